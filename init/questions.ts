import { createInterface, type Interface } from "node:readline/promises";
import { printableLines } from "@tiphys/argo-lint/text";
import { UsageError, UserError } from "@tiphys/workflow";

/** Asks the user. */
export interface Questions {
  /** Asks until an answer passes the check; an empty answer accepts the proposal. @param hint printed before the question */
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
  // Ctrl-C and Ctrl-D: nothing has been written yet.
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

/** Accepts every proposal without asking. @param required options that must be set, by question */
export function takingProposals(required: ReadonlyMap<string, string>): Questions {
  return {
    async ask(question, proposal, check, hint) {
      const flag = required.get(question);
      if (flag !== undefined) {
        const advice = proposal === "" ? "Set it." : `Set it, or use --yes to accept "${proposal}".`;
        const about = hint === undefined ? "" : ` ${hint}`;
        throw new UsageError(
          `${flag} is missing, and without a terminal it cannot be asked for. ${advice}${about}`,
        );
      }
      return check(proposal);
    },
    close: () => {},
  };
}
