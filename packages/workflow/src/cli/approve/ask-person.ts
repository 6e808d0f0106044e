import { createInterface } from "node:readline/promises";
import { ContractError } from "../../definition/errors.js";
import { decodeParameter, encodeParameter } from "../../definition/parameter-text.js";
import { printable, printableLines } from "../../definition/printable.js";
import { describeSchema } from "../../definition/schema-text.js";
import type { Approver } from "../../local/approval.js";
import { dropTypedAhead } from "./drop-typed-ahead.js";

/**
 * Asks on the terminal, field by field, until each answer fits its schema. What was typed before is no answer.
 * @param aside stands aside while the question is asked: what moves on the screen
 */
export function askPerson(aside: { pause(): void; resume(): void }): Approver {
  let before: Promise<unknown> = Promise.resolve();
  return (request, signal) => {
    const answer = before.then(async () => {
      aside.pause();
      await dropTypedAhead(process.stdin);
      const prompt = createInterface({ input: process.stdin, output: process.stderr });
      // In raw mode Ctrl-C comes as a key; it is to stop the run as it does elsewhere.
      prompt.on("SIGINT", () => process.emit("SIGINT"));
      // The terminal is gone.
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
        // Ctrl-C, or Ctrl-D: nobody answers.
        if (signal.aborted || (error instanceof Error && error.name === "AbortError")) return undefined;
        throw error;
      } finally {
        prompt.close();
        aside.resume();
      }
    });
    before = answer.catch(() => {});
    return answer;
  };
}

async function askUntilValid(
  name: string,
  schema: Parameters<typeof decodeParameter>[1],
  offered: string | undefined,
  ask: () => Promise<string>,
): Promise<string> {
  for (;;) {
    const answer = (await ask()).trim();
    const text = answer === "" && offered !== undefined ? offered : answer;
    try {
      return encodeParameter(name, schema, decodeParameter(name, schema, text));
    } catch (error) {
      if (!(error instanceof ContractError)) throw error;
      console.error(`  ${error.message}`);
    }
  }
}
