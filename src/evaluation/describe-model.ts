import type { Evaluation } from "@pipeline/ml";
import { describeCoefficients, type FittedModel, isRefitted } from "./describe-coefficients.js";

/** What the page shows of this kind of model, beyond its predictions. Another kind in `classifier.ts` has other things to show. */
export interface ModelDescription {
  /** Left out for a model without any. */
  readonly coefficients?: Evaluation["coefficients"];
  /** The model's parameters. */
  readonly parameters: Evaluation["parameters"];
  /** What a person should know before trusting it. */
  readonly warnings: readonly string[];
  /** How the odds ratios were made; left out for a model without any. */
  readonly oddsRatioNote?: string;
}

export function describeModel(fitted: FittedModel): ModelDescription {
  const { classifier } = fitted.model;
  return {
    coefficients: describeCoefficients(fitted),
    parameters: [{ name: "C", value: classifier.C ?? "no penalty" }],
    warnings: classifier.warnings,
    oddsRatioNote: isRefitted(fitted.model)
      ? "The odds ratios and their intervals are those of a fit without a penalty, so that they do not depend on C; the coefficients are the model's own, which the penalty draws towards 0."
      : "The odds ratios are those of a penalised fit, which draws them towards 1.",
  };
}
