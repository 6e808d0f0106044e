import { UsageError } from "@pipeline/workflow";
import { didYouMean } from "../../packages/workflow/src/definition/nearest.js";
import type { CsvFile } from "../csv/read-csv.js";
import { type Feature, inferFeature, type LeftOut } from "./feature.js";
import { inferTarget, type Target } from "./target.js";

/** What a CSV file holds, as far as it can be learned from. */
export interface Inferred {
  readonly file: CsvFile;
  readonly features: readonly Feature[];
  readonly leftOut: readonly LeftOut[];
  readonly target: Target;
  /** The columns' names in the file's order. */
  readonly order: readonly string[];
}

/**
 * The contract of a file: each column's kind and range, and the target's classes.
 * @throws {UsageError} where the target is none of the columns or has not two classes, or no column is left to learn
 *   from
 */
export function inferContract(file: CsvFile, targetName: string): Inferred {
  const index = file.names.indexOf(targetName);
  if (index < 0 || targetName === "") {
    throw new UsageError(
      `There is no column "${targetName}" in ${file.path}.${didYouMean(targetName, file.names)} Its columns: ${file.names.join(", ")}.`,
    );
  }
  const target = inferTarget(targetName, file.columns[index] ?? []);
  const found = file.names.flatMap((name, j) =>
    j === index ? [] : [inferFeature(name, file.columns[j] ?? [])],
  );
  const features: Feature[] = [];
  const leftOut: LeftOut[] = [];
  for (const column of found) {
    if (column.kind === "left out") leftOut.push(column);
    else if (column.kind === "category" && collides(column, file.names)) {
      leftOut.push({
        name: column.name,
        kind: "left out",
        because: "a category's column would be called as another one is. Rename it first",
      });
    } else features.push(column);
  }
  if (features.length === 0) {
    const reasons = leftOut.map(({ name, because }) => `${name}: ${because}.`).join("\n");
    throw new UsageError(`No column of ${file.path} is left to learn from.\n${reasons}`);
  }
  return { file, features, leftOut, target, order: file.names };
}

/** Whether the column of one of the categories, or of another column's, would be called as some column is. */
function collides(column: Feature & { kind: "category" }, names: readonly string[]): boolean {
  const made = column.categories.map((category) => `${column.name}_${category}`);
  return made.some((name) =>
    names.some(
      (other) =>
        other === name ||
        (other !== column.name && name.startsWith(`${other}_`) && other.startsWith(`${column.name}_`)),
    ),
  );
}
