import type { OwnData } from "../project.js";
import { literal } from "./source-text.js";

/** Replacements in the template's sources where a project has data of its own. */
function replacements({
  inferred,
}: OwnData): Readonly<Record<string, readonly (readonly [string, string])[]>> {
  const what = literal(`Predict ${inferred.target.name}: `).slice(1, -1);
  return {
    "src/workflow.ts": [["Predict diabetes: ", what]],
    // Without stratification a rare class may be missing from one side of the split.
    "src/steps/load-and-split-dataset.ts": [
      ["stratify: parameter(z.boolean(), false)", "stratify: parameter(z.boolean(), true)"],
    ],
    // How good a model can be is not known yet; one that guesses is no model.
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
 * A source or page of the template as it is with data of one's own.
 * @throws where the template does not hold what is to be replaced
 */
export function withOwnData(path: string, text: string, data: OwnData): string {
  return (replacements(data)[path] ?? []).reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`${path} does not hold ${JSON.stringify(from)}.`);
    return changed.replaceAll(from, () => to);
  }, text);
}
