declare module "ml-logistic-regression" {
  import type { Matrix } from "ml-matrix";

  /** Gradient descent, one classifier per class, against all others: score = σ(weights · x) is P(not that class). */
  export default class LogisticRegression {
    constructor(options?: { numSteps?: number; learningRate?: number });
    classifiers: { weights: Matrix }[];
    train(features: Matrix, target: Matrix): void;
  }
}
