import { didYouMean } from "@tiphys/argo-lint/text";
import { describeSchema } from "../../../definition/describe-schema.js";
import { UsageError, UserError } from "../../../definition/errors.js";
import { checkParameterText, encodeParameter } from "../../../definition/parameter-text.js";
import { askPerson, canAskPerson } from "../../approve/ask-person.js";
import { onInterrupt } from "../../process/on-interrupt.js";
import type { PendingApproval } from "./pending-approvals.js";

/** The value of each field of an approval, as text. */
export type Answers = Readonly<Record<string, string>>;

/**
 * The values of all fields: from `--set`, from a person on the terminal, and defaults.
 * @throws {UsageError} for a value that does not fit its field, and if a field has none
 * @throws {UserError} if the person gave no answer
 */
export async function collectAnswers(
  asked: PendingApproval,
  set: readonly (readonly [string, string])[],
): Promise<Answers> {
  const { task, id, shows } = asked;
  const names = Object.keys(task.fields);
  const texts: Record<string, string> = {};
  for (const [field, text] of set) {
    const port = task.fields[field];
    if (port === undefined) {
      const known = names.length === 0 ? "It asks for nothing." : `It asks for ${names.join(", ")}.`;
      throw new UsageError(
        `--set ${field}: ${id} does not ask for that.${didYouMean(field, names)} ${known}`,
      );
    }
    texts[field] = checkParameterText(`--set ${field}`, port.schema, text);
  }
  const open = Object.entries(task.fields).filter(([field]) => texts[field] === undefined);
  if (open.length === 0) return texts;
  if (set.length === 0 && canAskPerson()) {
    const { signal, release } = onInterrupt({ endsAtSecond: true });
    try {
      const rest = { ...task, fields: Object.fromEntries(open) };
      const typed = await askPerson()({ id, task: rest, shows }, signal);
      if (typed !== undefined) return { ...texts, ...typed };
      throw new UserError(`${id} got no answer and is still waiting.`);
    } finally {
      release();
    }
  }
  const missing = open.filter(([, port]) => port.need !== "defaulted");
  if (missing.length > 0) {
    const lines = missing.map(([field, { schema }]) => `  --set ${field}=…  ${describeSchema(schema)}`);
    throw new UsageError(
      [`${id} waits for ${missing.map(([field]) => field).join(", ")}. Answer with`, ...lines].join("\n"),
    );
  }
  for (const [field, port] of open) texts[field] = encodeParameter(field, port.schema, port.default);
  return texts;
}
