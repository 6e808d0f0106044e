import { cancel, isCancel, log, select, text } from "@clack/prompts";
import { printable, printableLines } from "@tiphys/argo-lint/text";
import { UsageError, UserError } from "@tiphys/workflow";
import { Cancelled } from "./cancelled.js";

/** What is asked. */
export interface Question {
  readonly text: string;
  /** The value of an empty answer. */
  readonly proposal: string;
  /** The only answers that are possible; without them any text is. */
  readonly choices?: readonly string[] | undefined;
  /** Printed before the question. */
  readonly hint?: string | undefined;
}

/** Asks the user. */
export interface Questions {
  /** Asks until an answer passes the check. */
  ask<Value>(question: Question, check: (answer: string) => Value | Promise<Value>): Promise<Value>;
}

/**
 * Questions on the terminal.
 * @throws {Cancelled} on Ctrl-C or Escape
 */
export const onTerminal: Questions = {
  async ask(question, check) {
    if (question.hint !== undefined) log.info(printableLines(question.hint));
    for (;;) {
      const answer = await answerTo(question);
      try {
        return await check(answer);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        log.error(printableLines(error.message));
      }
    }
  },
};

async function answerTo({ text: message, proposal, choices }: Question): Promise<string> {
  const answer =
    choices === undefined
      ? await text({ message: printable(message), placeholder: proposal, defaultValue: proposal })
      : await select({
          message: printable(message),
          initialValue: proposal,
          options: choices.map((value) => ({ value, label: printable(value) })),
        });
  if (!isCancel(answer)) return answer.trim();
  cancel("Cancelled. Nothing was written.");
  throw new Cancelled();
}

/** Accepts every proposal without asking. @param required options that must be set, by the question's text */
export function takingProposals(required: ReadonlyMap<string, string>): Questions {
  return {
    async ask({ text: asked, proposal, hint }, check) {
      const flag = required.get(asked);
      if (flag !== undefined) {
        const advice = proposal === "" ? "Set it." : `Set it, or use --yes to accept "${proposal}".`;
        const about = hint === undefined ? "" : ` ${hint}`;
        throw new UsageError(
          `${flag} is missing, and without a terminal it cannot be asked for. ${advice}${about}`,
        );
      }
      return check(proposal);
    },
  };
}
