import { format } from "node:util";
import { UserError } from "../definition/errors.js";
import { printableLines } from "../definition/printable.js";

/**
 * Prints an error on standard error: a user's mistake as its message alone, anything else with a way to its stack. Messages
 * quote what others wrote: cells, names, what a server says.
 */
export function reportError(error: unknown, verbose: boolean): void {
  const debug = verbose || (process.env.DEBUG ?? "") !== "";
  if (!(error instanceof Error) || debug) console.error(printableLines(format(error)));
  else if (error instanceof UserError) console.error(printableLines(error.message));
  else console.error(`${printableLines(error.message)}\n${howToSeeMore()}`);
}

/** How to come by a stack trace: npm keeps options for itself unless two hyphens stand before them. */
export function howToSeeMore(): string {
  const option = process.env.npm_lifecycle_event === "start" ? "-- --verbose" : "--verbose";
  return `(Run again with ${option} to see where this comes from.)`;
}
