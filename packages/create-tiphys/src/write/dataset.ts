import type { NewProject, OwnData } from "../answers/answers.js";
import { dataFile, negativeOf } from "../answers/data-file.js";
import { literal } from "./literal.js";
import { divisionText, schemaText, targetText } from "./schema-text.js";

const divisionTexts = {
  group: "Rows of one value are all training rows, or all test rows.",
  time: "The newest rows are the test rows.",
};

/** `src/dataset.ts` of a project with its own data. */
export function datasetSource(project: NewProject, data: OwnData): string {
  const { features, leftOut, target, file, division } = data.inferred;
  const ofDivision = division === undefined ? [] : [[division.name, divisionText(division)] as const];
  const byName = new Map([
    ...ofDivision,
    ...features.map((feature) => [feature.name, schemaText(feature, data)] as const),
  ]);
  byName.set(target.name, targetText(data));
  const names = file.names.filter((name) => byName.has(name));
  const columns = names.map((name) => `    ${literal(name)}: ${byName.get(name)},`);
  const delimiter = data.conversions.length > 0 ? "," : file.delimiter;
  const ignored = leftOut.map(({ name }) => name);
  // JavaScript objects list keys that are whole numbers first.
  const isInOrder = Object.keys(Object.fromEntries(names.map((name) => [name, 0]))).every(
    (name, i) => name === names[i],
  );
  const ofDates = [...byName.values()].some((text) => text.startsWith("dateColumn(")) ? "dateColumn, " : "";
  return `import { ${ofDates}defineDataset, file, inputArtifact } from "@tiphys/workflow";
import * as z from "zod";

/** The dataset's contract: the allowed values of each column. Loading checks every cell. */
export const contract = defineDataset({
  columns: {
${columns.join("\n")}
  },
  target: ${literal(target.name)},
${division === undefined ? "" : `  // ${divisionTexts[division.by]}\n  ${division.by}: ${literal(division.name)},\n`}${isInOrder ? "" : `  // The order of the file: JavaScript lists names that are whole numbers first.\n  order: ${literal(names)},\n`}${ignored.length === 0 ? "" : `  // data/README.md says why they are not read.\n  ignore: ${literal(ignored)},\n`}${
  delimiter === "," ? "" : `  delimiter: ${JSON.stringify(delimiter)},\n`
}});

/** The class whose probability is predicted. The steps encode it as 1, the other class as 0. */
export const positiveClass = ${literal(data.positive)};

/** The other class. The report uses both names. */
export const negativeClass = ${literal(negativeOf(data))};

/** The location of the dataset: a file on a laptop, a key of the artifact repository in the cluster. */
export const datasetArtifact = inputArtifact(file("csv", "text/csv"), {
  path: ${literal(dataFile(project))},
  key: ${literal(`datasets/${project.name}.csv`)},
});
`;
}

/** `src/missing-values.ts` of a project with its own data. */
export function missingValuesSource({ inferred, missing }: OwnData): string {
  const fills = missing === "impute" && inferred.features.some((feature) => feature.missing > 0);
  const ways = fills
    ? ["median", "mean", "mostFrequent", "keep"]
    : ["keep", "median", "mean", "mostFrequent"];
  return `/** Columns in which a zero means a missing value. If the list is empty, empty cells are missing values. */
export const columnsWithZeroAsMissing: readonly string[] = [];

/** Strategies for missing numbers: keep them unchanged, or fill them in with a statistic. */
export const missingStrategies = ${JSON.stringify(ways)} as const;

/** The default strategy. */
export const defaultMissingStrategy = ${JSON.stringify(ways[0])};

/** If more than this share of a column's training rows is empty, empty cells are a category of their own, with this name. */
export const emptyCategory = { above: 0.05, name: "(empty)" };
`;
}
