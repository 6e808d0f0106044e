import { surviveLostOutput } from "@tiphys/argo-lint/terminal";
import { printableLines } from "@tiphys/argo-lint/text";
import { ContractError, UserError } from "@tiphys/workflow";
import { Cancelled } from "./cancelled.js";

/** Runs a program, and sets the exit code: 0, 1 if it failed, 2 after wrong usage, 130 if the user cancelled. */
export async function runProgram(program: () => Promise<void>): Promise<void> {
  surviveLostOutput(false);
  try {
    await program();
  } catch (error) {
    if (error instanceof Cancelled) process.exitCode = 130;
    else if (error instanceof UserError) {
      console.error(printableLines(error.message));
      process.exitCode = error instanceof ContractError || error.name === "UserError" ? 1 : 2;
    } else throw error;
  }
}
