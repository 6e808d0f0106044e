import { UsageError } from "../../definition/errors.js";

/**
 * A pattern that lines are searched for: a regular expression, which may begin with Go's flags, such as `(?i)`.
 *
 * It is applied here and not by the server, which would search the times before the lines too.
 * @throws {UsageError} where it cannot be read
 */
export function grepPattern(text: string): RegExp {
  const [, flags = "", pattern = text] = /^\(\?([ims]+)\)(.*)$/s.exec(text) ?? [];
  try {
    return new RegExp(pattern, [...new Set(flags)].join(""));
  } catch (error) {
    throw new UsageError(
      `The pattern "${text}" is no regular expression: ${error instanceof Error ? error.message : error}. A backslash before a character such as ( or * takes it as it is.`,
    );
  }
}
