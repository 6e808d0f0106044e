import { basename, resolve } from "node:path";
import { UsageError } from "@tiphys/workflow";
import { type CsvFile, readCsv } from "./csv/read-csv.js";
import { type Inferred, inferContract } from "./infer/contract.js";
import { conversionsOf } from "./infer/conversions.js";
import {
  type InferredTarget,
  proposePositive,
  type TargetCandidates,
  targetCandidates,
} from "./infer/target.js";
import { checkImageName, checkName, proposeName } from "./names.js";
import type { Options } from "./options.js";
import type { NewProject, OwnData } from "./project.js";
import type { Questions } from "./questions.js";

/** The questions, in the order of asking. */
export const questions = {
  data: "Your CSV file (empty: keep the template's data)",
  target: "The column to predict",
  positive: "The positive class, whose probability is predicted",
  missing: "Empty cells: impute (fill them in) or refuse",
  name: "The project's name",
  image: "The image of its steps",
};

/** Checks an option's value, or else asks for one. */
type Given = <Value>(
  value: string | undefined,
  question: string,
  proposal: string,
  check: (answer: string) => Value | Promise<Value>,
  hint?: string,
) => Promise<Value>;

/**
 * Plans the project from the options, and asks for missing values.
 * @param folder the folder that paths are relative to
 * @throws {UsageError} if an option's value is invalid
 */
export async function planProject(options: Options, folder: string, asked: Questions): Promise<NewProject> {
  const given: Given = async (value, question, proposal, check, hint) =>
    value === undefined ? asked.ask(question, proposal, check, hint) : check(value);

  const file = await given(options.data, questions.data, "", async (path) =>
    path === "" ? undefined : readCsv(resolve(folder, path)),
  );
  const data = file === undefined ? undefined : await planData(file, options, given);
  const proposal = proposeName(basename(file?.path ?? folder).replace(/\.(csv|tsv|txt)(\.gz)?$/i, ""));
  const name = await given(options.name, questions.name, proposal, checkName);
  const image = await given(options.image, questions.image, `ghcr.io/your-name/${name}`, checkImageName);
  return { name, image, data, keepExamples: options.keepExamples };
}

async function planData(file: CsvFile, options: Options, given: Given): Promise<OwnData> {
  const candidates = targetCandidates(file.names, file.columns);
  const hint = candidates.proposal === undefined ? hintOf(candidates) : undefined;
  const inferred = await given(
    options.target,
    questions.target,
    candidates.proposal ?? "",
    (answer) => {
      if (answer === "" && hint !== undefined) throw new UsageError(`${hint} Name it: --target COLUMN`);
      return inferContract(file, answer);
    },
    hint,
  );
  const positive = await given(
    options.positive,
    questions.positive,
    String(proposePositive(inferred.target)),
    (answer) => classOf(inferred.target, answer),
  );
  const gaps = inferred.features.filter(({ missing }) => missing > 0);
  const missing =
    gaps.length === 0
      ? (options.missing ?? "impute")
      : await given(options.missing, questions.missing, "impute", (answer) => wayOf(answer, gaps));
  return { inferred, positive, missing, conversions: conversionsOf(inferred) };
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
