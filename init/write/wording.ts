import { dataFile, type NewProject, negativeOf, type OwnData } from "../project.js";
import { literal } from "./source-text.js";

/** `src/evaluation/wording.ts` of a project with data of its own. */
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
  return `import { classifierName } from "../classifier.js";

/** This project's words on the evaluation's page and in its pictures. */
export const wording = {
  title: ${text("title")},
  subtitle: \`\${classifierName.title} on ${dataFile(project)}\`,
  /** What a row of the data is. */
  unit: { singular: "row", plural: "rows" },
  positiveLabel: ${text("positiveLabel")},
  negativeLabel: ${text("negativeLabel")},
  rocCurveTitle: ${text("rocCurveTitle")},
  /** What became of missing values, where there is more to say than what was done. */
  keptAsTheyAre: "They were kept as they are.",
  /** Whom the model is about, and what it is not for. */
  limits: ${text("limits")},
};
`;
}
