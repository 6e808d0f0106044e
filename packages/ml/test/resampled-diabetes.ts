import { table } from "arquero";
import { StandardScaler, type Table } from "../src/index.js";
import { loadDiabetes } from "./diabetes.js";
import { uniform } from "./uniform.js";

/** Rows drawn from the diabetes data with replacement, each number stretched by 0.9 to 1.1, scaled. */
export function resampled(n: number, seed: number): { x: Table; y: Float64Array } {
  const { x, y } = loadDiabetes();
  const names = x.columnNames();
  const sources = names.map((name) => Float64Array.from(x.array(name)));
  const columns = sources.map(() => new Float64Array(n));
  const labels = new Float64Array(n);
  const random = uniform(seed);
  for (let i = 0; i < n; i++) {
    const row = Math.floor(random() * y.length);
    columns.forEach((column, j) => {
      column[i] = (sources[j]?.[row] ?? 0) * (0.9 + 0.2 * random());
    });
    labels[i] = y[row] ?? 0;
  }
  const drawn = table(Object.fromEntries(columns.map((column, j) => [names[j] ?? "", column])));
  return { x: new StandardScaler().fit(drawn).transform(drawn), y: labels };
}
