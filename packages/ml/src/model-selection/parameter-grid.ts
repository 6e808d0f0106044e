import { InvalidParameterError } from "../errors.js";

/** The values to try of each parameter. */
export type ParameterValues = Readonly<Record<string, readonly unknown[]>>;

/** One value of each parameter. */
export type ParametersOf<Grid extends ParameterValues> = {
  readonly [Name in keyof Grid]: Grid[Name][number];
};

/**
 * All combinations of values, in scikit-learn's order: names sorted, the last one changes fastest.
 *
 * @example
 * parameterGrid({ C: [0.1, 1], fitIntercept: [true, false] }); // 4 candidates, { C: 0.1, fitIntercept: true } is the first
 *
 * @param grid values that are literals keep their types with `as const`
 * @throws {InvalidParameterError} when a parameter has no values
 * @see scikit-learn, model_selection.ParameterGrid
 */
export function parameterGrid<const Grid extends ParameterValues>(grid: Grid): ParametersOf<Grid>[] {
  let combinations: Record<string, unknown>[] = [{}];
  for (const name of Object.keys(grid).sort()) {
    const values = grid[name] ?? [];
    if (values.length === 0) throw new InvalidParameterError(`grid.${name}`, "no values", "at least one");
    combinations = combinations.flatMap((before) => values.map((value) => ({ ...before, [name]: value })));
  }
  // One value of each parameter, which the loop over the names cannot say.
  return combinations as ParametersOf<Grid>[];
}
