import { dataFile, type NewProject, negativeOf, type OwnData } from "../project.js";
import { schemaText, targetText } from "./schema-text.js";
import { literal } from "./source-text.js";

/** `src/dataset.ts` of a project with data of its own. */
export function datasetSource(project: NewProject, data: OwnData): string {
  const { features, leftOut, target, file } = data.inferred;
  const byName = new Map(features.map((feature) => [feature.name, schemaText(feature, data)]));
  byName.set(target.name, targetText(data));
  const names = file.names.filter((name) => byName.has(name));
  const columns = names.map((name) => `    ${literal(name)}: ${byName.get(name)},`);
  const delimiter = data.conversions.length > 0 ? "," : file.delimiter;
  const ignored = leftOut.map(({ name }) => name);
  // An object has keys that are whole numbers before all others.
  const isInOrder = Object.keys(Object.fromEntries(names.map((name) => [name, 0]))).every(
    (name, i) => name === names[i],
  );
  return `import { defineDataset, file, inputArtifact } from "@pipeline/workflow";
import * as z from "zod";

/** The dataset's contract: what each column may hold. Loading checks every cell. */
export const contract = defineDataset({
  columns: {
${columns.join("\n")}
  },
  target: ${literal(target.name)},
${isInOrder ? "" : `  // The file's: JavaScript puts names that are whole numbers before all others.\n  order: ${literal(names)},\n`}${ignored.length === 0 ? "" : `  // Why they are not read is said in data/README.md.\n  ignore: ${literal(ignored)},\n`}${
  delimiter === "," ? "" : `  delimiter: ${JSON.stringify(delimiter)},\n`
}});

/** The class that the probabilities are about. It is 1 in what the steps pass on, the other class 0. */
export const positiveClass = ${literal(data.positive)};

/** The other class: the report calls the two by these names. */
export const negativeClass = ${literal(negativeOf(data))};

/** Where the dataset lies: a file on a laptop, a key of the artifact repository in the cluster. */
export const datasetArtifact = inputArtifact(file("csv", "text/csv"), {
  path: ${literal(dataFile(project))},
  key: ${literal(`datasets/${project.name}.csv`)},
});
`;
}

/** `src/missing-values.ts` of a project with data of its own. */
export function missingValuesSource({ inferred, missing }: OwnData): string {
  const fills = missing === "impute" && inferred.features.some((feature) => feature.missing > 0);
  const ways = fills
    ? ["median", "mean", "mostFrequent", "keep"]
    : ["keep", "median", "mean", "mostFrequent"];
  return `/** Columns in which a zero stands for a value that was not measured. Without any, an empty cell does. */
export const columnsWithZeroAsMissing: readonly string[] = [];

/** What can be done about missing numbers: keep them as they are, or what to fill them in with. */
export const missingStrategies = ${JSON.stringify(ways)} as const;

/** What is done unless told otherwise. */
export const defaultMissingStrategy = ${JSON.stringify(ways[0])};
`;
}
