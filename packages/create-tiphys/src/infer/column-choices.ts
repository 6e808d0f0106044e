import { UsageError } from "@tiphys/workflow";

/** What the user has decided about columns. */
export interface ColumnChoices {
  /** Not learned from. */
  readonly ignore?: readonly string[];
  /** Dates to learn from. */
  readonly dates?: readonly string[];
}

/**
 * Checks that no column was chosen for two things.
 * @throws {UsageError} naming the column and both options
 */
export function checkChoices({ ignore = [], dates = [] }: ColumnChoices, target: string): void {
  const chosen = [
    ...ignore.map((name) => ({ option: "--ignore", name })),
    ...dates.map((name) => ({ option: "--dates", name })),
  ];
  for (const [i, { option, name }] of chosen.entries()) {
    if (name === target) {
      throw new UsageError(
        `${option}: "${name}" is the target, which is predicted. Leave it out of ${option}.`,
      );
    }
    const other = chosen.slice(0, i).find((before) => before.name === name);
    if (other === undefined) continue;
    throw new UsageError(
      `"${name}" stands in ${other.option} and in ${option}. Leave it out of one of them.`,
    );
  }
}
