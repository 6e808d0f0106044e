import { UsageError } from "@tiphys/workflow";

/** What the user has decided about columns. */
export interface ColumnChoices {
  /** Not learned from. */
  readonly ignore?: readonly string[];
  /** Dates to learn from. */
  readonly dates?: readonly string[];
  /** Rows of one value of this column stay together. */
  readonly group?: string | undefined;
  /** The newest rows by this column are for testing. */
  readonly time?: string | undefined;
}

/**
 * Checks that no column was chosen for two things, and that a dataset can have a column of that name. Dates may be the time
 * too.
 * @throws {UsageError} naming the column and both options
 */
export function checkChoices({ ignore = [], dates = [], group, time }: ColumnChoices, target: string): void {
  if (group !== undefined && time !== undefined) {
    throw new UsageError(
      "--group and --time both divide the rows into training and test rows. Choose one of them.",
    );
  }
  requirePossible("--target", target);
  const chosen = [
    ...ignore.map((name) => ({ option: "--ignore", name })),
    ...dates.map((name) => ({ option: "--dates", name })),
    ...(group === undefined ? [] : [{ option: "--group", name: group }]),
    ...(time === undefined || dates.includes(time) ? [] : [{ option: "--time", name: time }]),
  ];
  for (const [i, { option, name }] of chosen.entries()) {
    if (name === target) {
      throw new UsageError(
        `${option}: "${name}" is the target, which is predicted. Leave it out of ${option}.`,
      );
    }
    if (option !== "--ignore") requirePossible(option, name);
    const other = chosen.slice(0, i).find((before) => before.name === name);
    if (other === undefined) continue;
    throw new UsageError(
      `"${name}" stands in ${other.option} and in ${option}. Leave it out of one of them.`,
    );
  }
}

/** The name of an object's prototype cannot be one of a table's columns. */
function requirePossible(option: string, name: string): void {
  if (name !== "__proto__") return;
  throw new UsageError(`${option}: no column of a table can be called "__proto__". Rename it first.`);
}
