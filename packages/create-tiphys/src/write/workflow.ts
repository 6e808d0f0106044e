import type { OwnData } from "../answers/answers.js";
import { literal } from "./literal.js";

/** Replacements in the template's sources for a project with its own data. */
function replacements({
  inferred,
}: OwnData): Readonly<Record<string, readonly (readonly [string, string])[]>> {
  const what = literal(`Predict ${inferred.target.name}: `).slice(1, -1);
  return {
    "src/workflow.ts": [["Predict diabetes: ", what]],
    // Without stratification a rare class may be missing from one side of the split. Rows that are divided by a column cannot be.
    "src/steps/load-and-split-dataset.ts":
      inferred.division === undefined
        ? [["stratify: parameter(z.boolean(), false)", "stratify: parameter(z.boolean(), true)"]]
        : [],
    // The attainable quality is not known yet; a model must be better than guessing.
    "src/release.ts": [
      ["minimumMetrics: { accuracy: 0.7, rocAuc: 0.75 }", "minimumMetrics: { rocAuc: 0.5 }"],
    ],
    "docs/how-to/explore.md": [
      [" patients, the first", " rows, the first"],
      ["{ Glucose: ", "{ a: "],
      [" BMI: ", " b: "],
    ],
  };
}

/**
 * A source or page of the template, changed for the user's own data.
 * @throws {Error} if the file does not contain the text to replace
 */
export function withOwnData(path: string, text: string, data: OwnData): string {
  return (replacements(data)[path] ?? []).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`${path} does not contain ${JSON.stringify(from)}.`);
    return changed.replaceAll(from, () => to);
  }, text);
}
