import { format } from "node:util";
import { printableLines } from "@tiphys/argo-lint/text";
import { UserError } from "../../definition/errors.js";
import { errorLocation } from "../../execution/error-location.js";

/**
 * Prints an error on standard error: a user error as its message alone, any other with its place in the project's files and
 * a hint how to see its stack. Messages are escaped for the terminal, because they may quote untrusted text: cells, names,
 * responses of a server.
 */
export function reportError(error: unknown, verbose: boolean): void {
  const debug = verbose || (process.env.DEBUG ?? "") !== "";
  if (!(error instanceof Error) || debug) console.error(printableLines(format(error)));
  else if (error instanceof UserError) console.error(printableLines(error.message));
  else {
    const at = errorLocation(error.stack ?? "");
    const lines = [error.message, ...(at === undefined ? [] : [`at ${at}`]), howToSeeMore(at)];
    console.error(printableLines(lines.join("\n")));
  }
}

/**
 * How to get a stack trace. For `npm start` the option needs two hyphens before it, or npm consumes it.
 * @param at where the error comes from, if it is known and has been printed
 */
export function howToSeeMore(at?: string): string {
  const option = process.env.npm_lifecycle_event === "start" ? "-- --verbose" : "--verbose";
  return `(Run again with ${option} to see ${at === undefined ? "where this comes from" : "the whole stack"}.)`;
}
