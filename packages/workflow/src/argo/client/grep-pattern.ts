import { UsageError } from "../../definition/errors.js";

/**
 * Parses a regular expression, which may begin with Go's flags, such as `(?i)`.
 *
 * It is applied here and not by the server, which would also search the timestamps.
 * @throws {UsageError} if it is not a regular expression
 */
export function grepPattern(text: string): RegExp {
  const [, flags = "", pattern = text] = /^\(\?([ims]+)\)(.*)$/s.exec(text) ?? [];
  try {
    return new RegExp(pattern, [...new Set(flags)].join(""));
  } catch (error) {
    throw new UsageError(
      `The pattern "${text}" is not a regular expression: ${error instanceof Error ? error.message : error}. Write a backslash before a character such as ( or * to match it literally.`,
    );
  }
}
