import { basename, resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { describeData, type NewProject, type OwnData } from "../answers/answers.js";
import { checkImageName, checkName, proposeName } from "../answers/names.js";
import { namedColumn, namedColumns } from "../cli/named-columns.js";
import type { Options } from "../cli/options.js";
import type { Progress } from "../cli/progress.js";
import type { Questions } from "../cli/questions.js";
import { type CsvFile, readCsv } from "../csv/read-csv.js";
import { type Inferred, inferContract } from "../infer/contract.js";
import { conversionsOf } from "../infer/conversions.js";
import { possibleDates } from "../infer/date-feature.js";
import {
  type InferredTarget,
  proposePositive,
  type TargetCandidates,
  targetCandidates,
} from "../infer/target.js";

/** The questions, in the order of asking. */
export const questions = {
  data: "Your CSV file (empty: the diabetes data)",
  target: "The column to predict",
  dates: "Columns of dates to learn from, as year, month, weekday and days (empty: none)",
  positive: "The positive class, whose probability is predicted",
  missing: "Empty cells: impute (fill them in) or refuse",
  name: "The project's name",
  image: "The image of its steps",
};

/** What a project will be, but where it gets its packages from; with the user's file as it was read. */
export interface PlannedProject {
  readonly project: Omit<NewProject, "packages">;
  readonly inferred: Inferred | undefined;
}

/** Where the questions are asked, and how long reading is shown. */
export interface Dialogue {
  readonly asked: Questions;
  readonly progress: Progress;
}

/**
 * Plans the project from the options, and asks for missing values.
 * @param workingFolder the folder that paths are relative to
 * @param proposedName of a project without data of its own
 * @throws {UsageError} if an option's value is invalid
 */
export async function planProject(
  options: Options,
  workingFolder: string,
  proposedName: string,
  { asked, progress }: Dialogue,
): Promise<PlannedProject> {
  const read = async (path: string): Promise<CsvFile | undefined> => {
    if (path === "") return undefined;
    const file = resolve(workingFolder, path);
    try {
      return await readCsv(file, (share) => progress.show(`Reading ${basename(path)}: ${share}`));
    } finally {
      progress.end();
    }
  };
  const file =
    options.data === undefined
      ? await asked.ask({ text: questions.data, proposal: "" }, read)
      : await read(options.data);
  const planned = file === undefined ? undefined : await planData(file, options, { asked, progress });
  const proposal =
    options.folder === undefined && file !== undefined
      ? proposeName(basename(file.path).replace(/\.(csv|tsv|txt)(\.gz)?$/i, ""))
      : proposeName(proposedName);
  const name =
    options.name === undefined
      ? await asked.ask({ text: questions.name, proposal }, checkName)
      : checkName(options.name);
  const image =
    options.image === undefined
      ? await asked.ask({ text: questions.image, proposal: `ghcr.io/your-name/${name}` }, checkImageName)
      : checkImageName(options.image);
  return {
    project: { name, image, ...(planned === undefined ? {} : { data: planned.data }) },
    inferred: planned?.inferred,
  };
}

async function planData(
  file: CsvFile,
  options: Options,
  { asked, progress }: Dialogue,
): Promise<{ readonly data: OwnData; readonly inferred: Inferred }> {
  const inferred = await planTarget(file, options, { asked, progress });
  const classes = inferred.target.classes.map(({ value }) => String(value));
  const positiveOf = (answer: string): number | string => classOf(inferred.target, answer);
  const positive =
    options.positive === undefined
      ? await asked.ask(
          { text: questions.positive, proposal: String(proposePositive(inferred.target)), choices: classes },
          positiveOf,
        )
      : positiveOf(options.positive);
  const gaps = inferred.features.filter(({ missing }) => missing > 0);
  const missing = await planMissing(gaps, options, asked);
  const data = { inferred: describeData(inferred), positive, missing, conversions: conversionsOf(inferred) };
  return { data, inferred };
}

async function planTarget(file: CsvFile, options: Options, { asked, progress }: Dialogue): Promise<Inferred> {
  const choices = {
    ignore: namedColumns(file, "--ignore", options.ignore),
    dates: namedColumns(file, "--dates", options.dates),
    group: namedColumn(file, "--group", options.group),
    time: namedColumn(file, "--time", options.time),
  };
  const candidates = targetCandidates(file.names, file.columns);
  const hint = candidates.proposal === undefined ? hintOf(candidates) : undefined;
  const infer = (answer: string, dates = choices.dates): Inferred => {
    if (answer === "" && hint !== undefined) throw new UsageError(`${hint} Name it: --target COLUMN`);
    try {
      return inferContract(file, answer, { ...choices, dates }, (column) =>
        progress.show(`Looking at the columns: ${column}`),
      );
    } finally {
      progress.end();
    }
  };
  const inferred =
    options.target !== undefined
      ? infer(options.target)
      : await asked.ask({ text: questions.target, proposal: candidates.proposal ?? "", hint }, (answer) =>
          infer(answer),
        );
  const possible = options.dates === undefined ? possibleDates(inferred) : [];
  if (possible.length === 0) return inferred;
  return asked.ask(
    { text: questions.dates, proposal: "", hint: `Columns of dates: ${possible.join(", ")}` },
    (answer) =>
      answer === "" ? inferred : infer(inferred.target.name, namedColumns(file, "Dates", [answer])),
  );
}

async function planMissing(
  gaps: Inferred["features"],
  options: Options,
  asked: Questions,
): Promise<"impute" | "refuse"> {
  if (gaps.length === 0) return options.missing ?? "impute";
  if (options.missing !== undefined) return wayOf(options.missing, gaps);
  const choices = ["impute", "refuse"];
  return asked.ask({ text: questions.missing, proposal: "impute", choices }, (answer) => wayOf(answer, gaps));
}

/** Maximum number of columns named in a message. */
const maxShown = 30;

/** Names the columns that may be the target, as a sentence; undefined if none has two values. */
function hintOf({ ofTwoValues }: TargetCandidates): string | undefined {
  if (ofTwoValues.length === 0) return undefined;
  const listed = ofTwoValues
    .slice(0, maxShown)
    .map(({ name, values }) => `${name} (${values.map((value) => JSON.stringify(value)).join(", ")})`);
  return `The column to predict is not clear. These have two values: ${listed.join(", ")}${ofTwoValues.length > maxShown ? ", …" : "."}`;
}

function wayOf(answer: string, gaps: Inferred["features"]): "impute" | "refuse" {
  if (answer === "impute") return answer;
  if (answer !== "refuse") throw new UsageError(`Found "${answer}", expected impute or refuse.`);
  const places = gaps.map((gap) => `${gap.name} (${gap.missing})`).join(", ");
  throw new UsageError(
    `Empty cells are refused, but these columns have some: ${places}. Fix the file, or have them filled in: --missing impute`,
  );
}

function classOf({ name, classes }: InferredTarget, answer: string): number | string {
  const found = classes.find(({ value }) => String(value) === answer);
  if (found !== undefined) return found.value;
  const values = classes.map(({ value }) => `"${value}"`).join(" and ");
  throw new UsageError(`"${answer}" is not a class of "${name}". Its classes are ${values}.`);
}
