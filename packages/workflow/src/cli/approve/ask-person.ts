import { createInterface } from "node:readline/promises";
import { printable, printableLines } from "@tiphys/argo-lint/text";
import { describeSchema } from "../../definition/describe-schema.js";
import { UsageError } from "../../definition/errors.js";
import { checkParameterText, encodeParameter } from "../../definition/parameter-text.js";
import type { Approver } from "../../local/approval.js";
import { dropTypedAhead } from "./drop-typed-ahead.js";

/** Whether there is a terminal to ask a person on. */
export function canAskPerson(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/**
 * Asks on the terminal, field by field, until each answer fits its schema. Input typed before the question is discarded.
 * @param display paused while the question is asked
 */
export function askPerson(display?: { pause(): void; resume(): void }): Approver {
  let before: Promise<unknown> = Promise.resolve();
  return (request, signal) => {
    const answer = before.then(async () => {
      display?.pause();
      await dropTypedAhead(process.stdin);
      const prompt = createInterface({ input: process.stdin, output: process.stderr });
      // In raw mode Ctrl-C arrives as a key press; it stops the run, as elsewhere.
      prompt.on("SIGINT", () => process.emit("SIGINT"));
      // Aborted when the terminal disappears.
      const gone = new AbortController();
      prompt.on("error", () => gone.abort());
      try {
        console.error(printableLines(`\n${request.id}: ${request.task.message ?? "needs your decision"}`));
        for (const [name, shown] of Object.entries(request.shows))
          console.error(printable(`  ${name}: ${shown}`));
        const texts: Record<string, string> = {};
        for (const [name, port] of Object.entries(request.task.fields)) {
          const offered =
            port.need === "defaulted" ? encodeParameter(name, port.schema, port.default) : undefined;
          const question = `  ${name} (${describeSchema(port.schema)})${offered === undefined ? "" : ` [${offered}]`}: `;
          texts[name] = await askUntilValid(name, port.schema, offered, () =>
            prompt.question(printable(question), { signal: AbortSignal.any([signal, gone.signal]) }),
          );
        }
        return texts;
      } catch (error) {
        // Ctrl-C or Ctrl-D: there is no answer.
        if (signal.aborted || (error instanceof Error && error.name === "AbortError")) return undefined;
        throw error;
      } finally {
        prompt.close();
        display?.resume();
      }
    });
    before = answer.catch(() => {});
    return answer;
  };
}

async function askUntilValid(
  name: string,
  schema: Parameters<typeof checkParameterText>[1],
  offered: string | undefined,
  ask: () => Promise<string>,
): Promise<string> {
  for (;;) {
    const answer = (await ask()).trim();
    const text = answer === "" && offered !== undefined ? offered : answer;
    try {
      return checkParameterText(name, schema, text);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      console.error(`  ${error.message}`);
    }
  }
}
