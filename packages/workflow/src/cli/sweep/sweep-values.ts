import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { checkParameterText } from "../../definition/parameter-text.js";

/** The inputs of one run of a sweep, as texts. */
export type SweepPoint = Readonly<Record<string, string>>;

/**
 * All combinations of the values of `--sweep NAME=VALUE,VALUE`, in their order; the values of the last name change first.
 * @throws {UsageError} for an unknown name, a name that is given twice, or a value that does not fit the parameter
 */
export function sweepPoints(workflow: Workflow, swept: readonly (readonly [string, string])[]): SweepPoint[] {
  let points: SweepPoint[] = [{}];
  const seen = new Set<string>();
  for (const [name, text] of swept) {
    if (seen.has(name)) throw new UsageError(`--sweep ${name}: it is given twice. Put all values into one.`);
    seen.add(name);
    const values = valuesOf(workflow, name, text);
    points = points.flatMap((point) => values.map((value) => ({ ...point, [name]: value })));
  }
  return points;
}

function valuesOf(workflow: Workflow, name: string, text: string): string[] {
  const names = Object.keys(workflow.inputs);
  const port = names.includes(name) ? workflow.inputs[name] : undefined;
  if (port === undefined) {
    throw new UsageError(
      `--sweep ${name}: ${workflow.name} has no parameter or artifact of this name.${didYouMean(name, names) || ` It has ${names.join(", ")}.`}`,
    );
  }
  const texts = splitAtCommas(text).map((value) => value.trim());
  const values =
    port.kind === "parameter"
      ? texts.map((value) => checkParameterText(`parameter "${name}"`, port.schema, value))
      : texts;
  const twice = values.find((value, i) => values.indexOf(value) < i);
  if (twice !== undefined) throw new UsageError(`--sweep ${name}: the value ${twice} is given twice.`);
  return values;
}

/** Splits at commas that are in no brackets and no quotation marks: `[1,2],[3]` has two parts. */
function splitAtCommas(text: string): string[] {
  const parts = [""];
  let depth = 0;
  let isQuoted = false;
  for (const [i, character] of [...text].entries()) {
    if (character === '"' && text[i - 1] !== "\\") isQuoted = !isQuoted;
    else if (!isQuoted && /[[{(]/.test(character)) depth += 1;
    else if (!isQuoted && /[\]})]/.test(character)) depth -= 1;
    if (character === "," && depth === 0 && !isQuoted) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts;
}
