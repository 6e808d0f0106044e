import type { Inferred } from "./infer/contract.js";

/** The settings of the new project. */
export interface NewProject {
  /** Name of the package and of the workflow. */
  readonly name: string;
  /** The image of the steps, without a tag. */
  readonly image: string;
  /** Undefined if the template's data is kept. */
  readonly data: OwnData | undefined;
  readonly keepExamples: boolean;
}

/** The user's data, and how to use it. */
export interface OwnData {
  readonly inferred: Inferred;
  readonly positive: number | string;
  /** Whether empty cells are filled in or refused. */
  readonly missing: "impute" | "refuse";
  /** Conversions of the file, as sentences; empty if it is copied unchanged. */
  readonly conversions: readonly string[];
}

/** Path of the dataset's file. */
export function dataFile({ name }: Pick<NewProject, "name">): string {
  return `data/${name}.csv`;
}

/** The class that is not the positive one. */
export function negativeOf({ inferred, positive }: OwnData): number | string {
  const [first, second] = inferred.target.classes;
  return first.value === positive ? second.value : first.value;
}
