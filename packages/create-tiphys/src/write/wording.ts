import type { NewProject, OwnData } from "../answers/answers.js";
import { dataFile, negativeOf } from "../answers/data-file.js";
import { literal } from "./literal.js";

/** `src/evaluation/wording.ts` of a project with its own data. */
export function wordingSource(project: NewProject, data: OwnData): string {
  const target = data.inferred.target.name;
  const words = {
    title: `${target}: evaluation`,
    positiveLabel: `${target}: ${data.positive}`,
    negativeLabel: `${target}: ${negativeOf(data)}`,
    rocCurveTitle: `ROC curve: ${target}`,
    limits: `The model has learned from ${dataFile(project)}. It says nothing about rows of another kind.`,
  };
  const text = (name: keyof typeof words): string => literal(words[name]);
  return `/** This project's texts on the evaluation's page and in its pictures. */
export const wording = {
  title: ${text("title")},
  /** Says what was evaluated. @param model such as "Logistic regression" */
  subtitle: (model: string) => \`\${model} on ${dataFile(project)}\`,
  /** Name of a row of the data. */
  unit: { singular: "row", plural: "rows" },
  positiveLabel: ${text("positiveLabel")},
  negativeLabel: ${text("negativeLabel")},
  rocCurveTitle: ${text("rocCurveTitle")},
  /** The note on missing values that were kept. */
  keptAsTheyAre: "They were kept as they are.",
  /** The limits of the model. */
  limits: ${text("limits")},
};
`;
}
