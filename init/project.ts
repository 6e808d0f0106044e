import type { Inferred } from "./infer/contract.js";

/** What a fork is to be. */
export interface NewProject {
  /** Of the package and of the workflow. */
  readonly name: string;
  /** The image of the steps, without a tag. */
  readonly image: string;
  /** Undefined where the template's data stays. */
  readonly data: OwnData | undefined;
  readonly keepExamples: boolean;
}

/** The user's data, and what is to be done with it. */
export interface OwnData {
  readonly inferred: Inferred;
  readonly positive: number | string;
  /** Whether empty cells are allowed, and filled in. */
  readonly missing: "impute" | "refuse";
  /** What had to be changed in the file, as sentences; none where it is copied as it is. */
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
