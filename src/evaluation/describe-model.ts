import type { Evaluation } from "@tiphys/ml";
import { describeCoefficients, type FittedModel, isRefitted } from "./describe-coefficients.js";

/** What the page shows about this kind of model beyond its predictions. Another model in `classifier.ts` needs another description. */
export interface ModelDescription {
  /** Undefined for a model without coefficients. */
  readonly coefficients?: Evaluation["coefficients"];
  /** The model's parameters. */
  readonly parameters: Evaluation["parameters"];
  /** What readers should know before they trust the model. */
  readonly warnings: readonly string[];
  /** How the odds ratios were computed; undefined for a model without any. */
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
