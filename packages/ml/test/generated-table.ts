import { table } from "arquero";
import type { Table } from "../src/index.js";
import { uniform } from "./uniform.js";

/**
 * A table of n rows and p columns with labels, the same as fixtures/sklearn-large.py makes: every operation is exact, or
 * rounded as IEEE 754 says.
 */
export function generatedTable(n: number, p: number, seed: number): { x: Table; y: Float64Array } {
  const random = uniform(seed);
  const bell = () => random() + random() + random() + random() - 2;
  const columns = Array.from({ length: p }, () => new Float64Array(n));
  const y = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let signal = 0;
    columns.forEach((column, j) => {
      const value = bell();
      signal += (value * ((j % 5) - 1.5)) / p;
      column[i] = value * (j + 1) + 3 * j;
    });
    y[i] = signal + bell() > 0.25 ? 1 : 0;
  }
  return { x: table(columns.map((column, j): [string, Float64Array] => [`x${j}`, column])), y };
}
