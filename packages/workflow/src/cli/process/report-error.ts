import { format } from "node:util";
import { printableLines } from "@tiphys/argo-lint/text";
import { UserError } from "../../definition/errors.js";

/**
 * Prints an error on standard error: a user error as its message alone, any other with a hint how to see its stack. Messages
 * are escaped for the terminal, because they may quote untrusted text: cells, names, responses of a server.
 */
export function reportError(error: unknown, verbose: boolean): void {
  const debug = verbose || (process.env.DEBUG ?? "") !== "";
  if (!(error instanceof Error) || debug) console.error(printableLines(format(error)));
  else if (error instanceof UserError) console.error(printableLines(error.message));
  else console.error(`${printableLines(error.message)}\n${howToSeeMore()}`);
}

/** How to get a stack trace. For `npm start` the option needs two hyphens before it, or npm consumes it. */
export function howToSeeMore(): string {
  const option = process.env.npm_lifecycle_event === "start" ? "-- --verbose" : "--verbose";
  return `(Run again with ${option} to see where this comes from.)`;
}
