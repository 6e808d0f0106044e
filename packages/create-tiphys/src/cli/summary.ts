import { pluralize } from "@tiphys/argo-lint/text";
import { emptyCategory } from "../../../../src/missing-values.js";
import type { NewProject, OwnData } from "../answers/answers.js";
import { dataFile } from "../answers/data-file.js";
import { partNames } from "../answers/part-names.js";
import type { Doubtful } from "../csv/parse-numbers.js";
import type { Inferred } from "../infer/contract.js";
import { possibleDates } from "../infer/date-feature.js";
import type { Feature } from "../infer/feature.js";
import { doubtfulFigures } from "./doubtful-figures.js";
import { optionWords, shellWord } from "./shell-word.js";

type Named = Pick<NewProject, "name" | "data">;

/** What was found in the user's file, as lines; none if the template's data is kept. */
export function dataSummary(project: Named, inferred: Inferred | undefined): string[] {
  const { data } = project;
  return data === undefined || inferred === undefined ? [] : [...aboutData(project, data, inferred), ""];
}

/** What to type next, as lines. @param folder relative to the working directory; "" if it is this one */
export function nextCommands(folder: string, isInstalled: boolean): string[] {
  const commands = [
    ...(folder === "" ? [] : [`cd ${shellWord(folder)}`]),
    ...(isInstalled ? [] : ["npm install", "npm run fix"]),
    "npm start",
    "npm test",
  ];
  return ["Next:", ...commands.map((command) => `  ${command}`)];
}

const divisionTexts = {
  group: (name: string) => `All rows of one ${name} are training rows, or all are test rows.`,
  time: (name: string) => `The test rows are the newest by ${name}.`,
};

const whereWrong: Readonly<Record<Doubtful["why"], string>> = {
  mark: "If that is wrong, first write the column without marks of thousands.",
  code: "If such cells are codes, first write a letter before them.",
  scale: "If that is wrong, first write the numbers in full.",
};

function aboutData(project: Named, { positive, conversions }: OwnData, inferred: Inferred): string[] {
  const { features, leftOut, target, file, division } = inferred;
  const count = (kind: string): number => features.filter((feature) => feature.kind === kind).length;
  const classes = target.classes
    .map(({ value, rows }) => `${value} (${pluralize(rows, "row")})`)
    .join(" and ");
  const possible = possibleDates(inferred);
  const gaps = features.filter(({ missing }) => missing > 0);
  const isOwn = ({ kind, missing }: Feature): boolean =>
    kind === "category" && missing / file.rows > emptyCategory.above;
  const own = gaps.filter(isOwn);
  const filled = gaps.filter((gap) => !isOwn(gap));
  const listOf = (some: readonly Feature[]): string =>
    some.map(({ name, missing }) => `${name} (${missing})`).join(", ");
  return [
    `${dataFile(project)}: ${pluralize(file.rows, "row")}, ${pluralize(count("number") + count("flag"), "column")} of numbers, ${count("category")} of categories${count("date") === 0 ? "" : `, ${count("date")} of dates`}.`,
    `Predicts ${target.name}: ${classes}; ${positive} is the positive class.`,
    ...(filled.length === 0 ? [] : [`Empty cells are filled in: ${listOf(filled)}.`]),
    ...(own.length === 0 ? [] : [`Empty cells are a category of their own: ${listOf(own)}.`]),
    ...(division === undefined ? [] : [divisionTexts[division.by](division.name)]),
    ...features.flatMap((feature) =>
      feature.kind === "date"
        ? [
            `Dates become numbers: ${feature.name} (${feature.parts.map((part) => partNames[part]).join(", ")}).`,
          ]
        : [],
    ),
    ...[...features, ...(division === undefined ? [] : [division])].flatMap(({ name, doubt }) =>
      doubt === undefined
        ? []
        : [`"${doubt.given}" in ${name} is read as ${doubt.read}. ${whereWrong[doubt.why]}`],
    ),
    ...leftOut.map(
      (column) =>
        `Left out: ${column.name === "" ? "a column without a name" : column.name}: ${column.because}.`,
    ),
    ...(possible.length === 0
      ? []
      : [`To learn from dates: ${possible.map((name) => optionWords("--dates", name)).join(" ")}`]),
    ...conversions,
    ...doubtfulFigures(inferred, positive),
  ];
}
