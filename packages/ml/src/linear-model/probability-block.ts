import { BLOCK } from "./block-sum.js";
import { parameterCount } from "./logistic-loss.js";
import type { MultinomialProblem } from "./multinomial-loss.js";

/** Probabilities of the classes in a block of at most `BLOCK` rows. */
export class ProbabilityBlock {
  /** k times `BLOCK` numbers, class by class. */
  readonly probabilities: Float64Array;
  /** 1 less the probability, without losing digits where that is near 1. */
  readonly complements: Float64Array;
  /** Log loss of each row. */
  readonly losses = new Float64Array(BLOCK);

  constructor(k: number) {
    this.probabilities = new Float64Array(k * BLOCK);
    this.complements = new Float64Array(k * BLOCK);
  }

  /** Computes the rows from start to end, end excluded, with parameters as `multinomialLoss` has them. */
  compute(problem: MultinomialProblem, parameters: Float64Array, start: number, end: number): void {
    this.#addLogOdds(problem, parameters, start, end);
    const { probabilities, complements, losses } = this;
    const { k, target } = problem;
    const last = k * BLOCK;
    for (let i = 0; i < end - start; i++) {
      let greatest = Number.NEGATIVE_INFINITY;
      let likeliest = 0;
      for (let at = i; at < last; at += BLOCK) {
        const logOdds = probabilities[at] ?? 0;
        if (logOdds > greatest) {
          greatest = logOdds;
          likeliest = at;
        }
      }
      const ofTarget = probabilities[(target[start + i] ?? 0) * BLOCK + i] ?? 0;
      // The likeliest class has the weight 1; the sum of the others keeps all digits.
      let others = 0;
      for (let at = i; at < last; at += BLOCK) {
        const weight = Math.exp((probabilities[at] ?? 0) - greatest);
        probabilities[at] = weight;
        if (at !== likeliest) others += weight;
      }
      const sum = 1 + others;
      for (let at = i; at < last; at += BLOCK) {
        const weight = probabilities[at] ?? 0;
        complements[at] = (at === likeliest ? others : sum - weight) / sum;
        probabilities[at] = weight / sum;
      }
      losses[i] = greatest - ofTarget + Math.log1p(others);
    }
  }

  /** The log-odds of each class against the last. */
  #addLogOdds(problem: MultinomialProblem, parameters: Float64Array, start: number, end: number): void {
    const { columns, k } = problem;
    const m = parameterCount(problem);
    for (let c = 0; c < k; c++) {
      const logOdds = this.probabilities.subarray(c * BLOCK, (c + 1) * BLOCK);
      const ofClass = c < k - 1 ? parameters.subarray(c * m, (c + 1) * m) : new Float64Array(m);
      logOdds.fill(ofClass[columns.length] ?? 0);
      if (c === k - 1) continue;
      columns.forEach((column, j) => {
        const coefficient = ofClass[j] ?? 0;
        for (let i = start; i < end; i++) {
          logOdds[i - start] = (logOdds[i - start] ?? 0) + coefficient * (column[i] ?? 0);
        }
      });
    }
  }
}
