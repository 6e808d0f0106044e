import type { LogisticRows } from "./logistic-loss.js";

/** Rows of the sample for each parameter: its optimum is then within a tenth of a standard deviation of the log-odds. */
const ROWS_PER_PARAMETER = 100;

/** A sample of more rows brings the start no closer than two Newton steps over all rows do. */
const MOST_ROWS = 50_000;

/**
 * The same problem with every k-th row, whose optimum is a start near that of all rows.
 * @param nParameters number of parameters of all classes
 * @returns undefined where a sample would be no small part of the rows
 */
export function sampleProblem<Problem extends LogisticRows & { readonly target: Uint8Array | Int32Array }>(
  problem: Problem,
  nParameters = problem.columns.length + 1,
): Problem | undefined {
  const { columns, target, weights } = problem;
  const n = target.length;
  const rows = Math.max(Math.min(n / 16, MOST_ROWS), ROWS_PER_PARAMETER * nParameters);
  const step = Math.floor(n / rows);
  if (step < 4) return undefined;
  const sampledWeights = weights === undefined ? undefined : everyNth(weights, step);
  const sampledTarget = target.slice(0, Math.ceil(n / step));
  for (let i = 0; i < sampledTarget.length; i++) sampledTarget[i] = target[i * step] ?? 0;
  return {
    ...problem,
    columns: columns.map((column) => everyNth(column, step)),
    moments: undefined,
    target: sampledTarget,
    weights: sampledWeights,
    totalWeight: sampledWeights?.reduce((sum, weight) => sum + weight, 0) ?? sampledTarget.length,
  };
}

function everyNth(values: Float64Array, step: number): Float64Array {
  const sampled = new Float64Array(Math.ceil(values.length / step));
  for (let i = 0; i < sampled.length; i++) sampled[i] = values[i * step] ?? 0;
  return sampled;
}
