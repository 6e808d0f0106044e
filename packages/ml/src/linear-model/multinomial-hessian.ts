import { BLOCK, CompensatedSums, dot } from "./block-sum.js";
import { parameterCount } from "./logistic-loss.js";
import type { MultinomialProblem } from "./multinomial-loss.js";
import { ProbabilityBlock } from "./probability-block.js";

/**
 * The Hessian of `multinomialLoss`: for each two classes c and d but the last a matrix of order m, which is the sum of
 * weight · p_c · (1 or 0 if c ≠ d, less p_d) · x · xᵀ over the rows.
 * @returns ((k − 1) · m)² numbers by rows
 */
export function multinomialHessian(problem: MultinomialProblem, parameters: Float64Array): Float64Array {
  const { columns, target, weights, k, fitIntercept } = problem;
  const m = parameterCount(problem);
  const order = parameters.length;
  const block = new ProbabilityBlock(k);
  const curvatures = new Float64Array(BLOCK);
  const weighted = new Float64Array(BLOCK);
  const sums = new CompensatedSums(order * order);
  const ones = new Float64Array(BLOCK).fill(1);
  for (let start = 0; start < target.length; start += BLOCK) {
    const end = Math.min(start + BLOCK, target.length);
    const length = end - start;
    block.compute(problem, parameters, start, end);
    const design = columns.map((column) => column.subarray(start, end));
    if (fitIntercept) design.push(ones);
    for (let c = 0; c < k - 1; c++) {
      for (let d = 0; d <= c; d++) {
        const { probabilities, complements } = block;
        for (let i = 0; i < length; i++) {
          const other = c === d ? (complements[c * BLOCK + i] ?? 0) : -(probabilities[d * BLOCK + i] ?? 0);
          curvatures[i] = (weights?.[start + i] ?? 1) * (probabilities[c * BLOCK + i] ?? 0) * other;
        }
        design.forEach((a, j) => {
          for (let i = 0; i < length; i++) weighted[i] = (curvatures[i] ?? 0) * (a[i] ?? 0);
          for (let l = 0; l <= j; l++) {
            sums.add((c * m + j) * order + d * m + l, dot(design[l] ?? a, weighted, 0, length));
          }
        });
      }
    }
  }
  return filled(problem, sums, order);
}

/** The whole matrix, with the penalty, from the lower triangle of each lower block. */
function filled(
  { columns, totalWeight, l2, k, ...rest }: MultinomialProblem,
  sums: CompensatedSums,
  order: number,
) {
  const m = parameterCount({ columns, totalWeight, l2, ...rest });
  const matrix = new Float64Array(order * order);
  for (let c = 0; c < k - 1; c++) {
    for (let d = 0; d <= c; d++) {
      for (let j = 0; j < m; j++) {
        for (let l = 0; l <= j; l++) {
          const penalty = j === l && j < columns.length ? l2 * ((c === d ? 1 : 0) - 1 / k) : 0;
          const value = sums.value((c * m + j) * order + d * m + l) / totalWeight + penalty;
          for (const [row, column] of [[c * m + j, d * m + l] as const, [c * m + l, d * m + j] as const]) {
            matrix[row * order + column] = value;
            matrix[column * order + row] = value;
          }
        }
      }
    }
  }
  return matrix;
}
