import { createInterface } from "node:readline/promises";
import { UsageError } from "../../definition/errors.js";
import { canAskPerson } from "../approve/ask-person.js";

/**
 * Asks on the terminal. Anything but `y` or `yes` means no.
 * @throws {UsageError} if there is no terminal to ask on
 */
export async function askYes(question: string): Promise<boolean> {
  if (!canAskPerson()) {
    throw new UsageError(
      `${question} There is no terminal to ask on: answer with --yes, or look with --dry-run.`,
    );
  }
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await prompt.question(`${question} [y/N] `)).trim());
  } catch {
    // Ctrl-C or Ctrl-D.
    return false;
  } finally {
    prompt.close();
  }
}
