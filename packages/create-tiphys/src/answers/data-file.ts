import type { NewProject, OwnData } from "./answers.js";

/** Path of the dataset's file. */
export function dataFile({ name, data }: Pick<NewProject, "name" | "data">): string {
  return data === undefined ? "data/diabetes.csv" : `data/${name}.csv`;
}

/** The class that is not the positive one. */
export function negativeOf({ inferred, positive }: OwnData): number | string {
  const [first, second] = inferred.target.classes;
  return first.value === positive ? second.value : first.value;
}
