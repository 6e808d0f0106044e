import { createInterface, type Interface } from "node:readline/promises";
import { UsageError, UserError } from "@pipeline/workflow";
import { printableLines } from "../packages/workflow/src/definition/printable.js";

/** Asks a person. */
export interface Questions {
  /** Asks until the answer passes the check; an empty answer is the proposal. @param hint is shown before */
  ask<Value>(
    question: string,
    proposal: string,
    check: (answer: string) => Value | Promise<Value>,
    hint?: string,
  ): Promise<Value>;
  close(): void;
}

/** Questions on the terminal. */
export function onTerminal(): Questions {
  const terminal: Interface = createInterface({ input: process.stdin, output: process.stdout });
  // Ctrl-C and Ctrl-D: nothing was written yet.
  const leave = (): never => process.exit(130);
  terminal.once("SIGINT", leave);
  terminal.once("close", leave);
  return {
    async ask(question, proposal, check, hint) {
      if (hint !== undefined) console.log(hint);
      for (;;) {
        const offered = proposal === "" ? "" : ` [${proposal}]`;
        const answer = (await terminal.question(printableLines(`${question}${offered}: `))).trim();
        try {
          return await check(answer === "" ? proposal : answer);
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          console.log(printableLines(error.message));
        }
      }
    },
    close() {
      terminal.off("close", leave);
      terminal.close();
    },
  };
}

/** Takes every proposal. @param required what must be given where nobody is asked, by question */
export function takingProposals(required: ReadonlyMap<string, string>): Questions {
  return {
    async ask(question, proposal, check, hint) {
      const flag = required.get(question);
      if (flag !== undefined) {
        const advice = proposal === "" ? "Give it." : `Give it, or --yes to take "${proposal}".`;
        const about = hint === undefined ? "" : ` ${hint}`;
        throw new UsageError(`${flag} is missing, and there is no terminal to ask on. ${advice}${about}`);
      }
      return check(proposal);
    },
    close: () => {},
  };
}
