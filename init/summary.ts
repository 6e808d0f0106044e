import { emptyCategory } from "../src/preprocessing.js";
import type { Feature } from "./infer/feature.js";
import type { Doubtful } from "./infer/parse-numbers.js";
import { pluralize } from "./pluralize.js";
import { dataFile, type NewProject, type OwnData } from "./project.js";

/** What was found and done, in lines for a person. */
export function initSummary(project: NewProject): string[] {
  const { name, image, data } = project;
  return [
    ...(data === undefined ? [] : [...aboutData(project, data), ""]),
    `This is ${name} now; its image is called ${image}.`,
    "Go on with: npm test && npm start",
  ];
}

const whereWrong: Readonly<Record<Doubtful["why"], string>> = {
  mark: "Where that is wrong, write the column without marks of thousands first.",
  code: "Where such cells are codes, write them with a letter before them first.",
  scale: "Where that is wrong, write the numbers in full first.",
};

function aboutData(project: NewProject, { inferred, positive, conversions }: OwnData): string[] {
  const { features, leftOut, target, file } = inferred;
  const count = (kind: string): number => features.filter((feature) => feature.kind === kind).length;
  const classes = target.classes
    .map(({ value, rows }) => `${value} (${pluralize(rows, "row")})`)
    .join(" and ");
  const gaps = features.filter(({ missing }) => missing > 0);
  const isOwn = ({ kind, missing }: Feature): boolean =>
    kind === "category" && missing / file.rows > emptyCategory.above;
  const own = gaps.filter(isOwn);
  const filled = gaps.filter((gap) => !isOwn(gap));
  const listOf = (some: readonly Feature[]): string =>
    some.map(({ name, missing }) => `${name} (${missing})`).join(", ");
  return [
    `${dataFile(project)}: ${pluralize(file.rows, "row")}, ${pluralize(count("number") + count("flag"), "column")} of numbers, ${count("category")} of categories.`,
    `Predicts ${target.name}: ${classes}; ${positive} is the positive class.`,
    ...(filled.length === 0 ? [] : [`Empty cells are filled in: ${listOf(filled)}.`]),
    ...(own.length === 0 ? [] : [`Empty cells are a category of their own: ${listOf(own)}.`]),
    ...features.flatMap(({ name, doubt }) =>
      doubt === undefined
        ? []
        : [`"${doubt.given}" in ${name} is read as ${doubt.read}. ${whereWrong[doubt.why]}`],
    ),
    ...leftOut.map(
      (column) =>
        `Left out: ${column.name === "" ? "a column without a name" : column.name}: ${column.because}.`,
    ),
    ...conversions,
  ];
}
