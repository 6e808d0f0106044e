import { LogisticRegression, logisticRegressionSchema, onnxClassifier } from "@tiphys/ml";
import { describeCoefficients, isRefitted } from "../evaluation/describe-coefficients.js";
import { defineModel } from "./model-kind.js";

/** Two more Newton steps than the default takes, so that coefficients and probabilities agree to ten digits everywhere. */
const tol = 1e-12;

export const logisticRegression = defineModel({
  name: "logistic-regression",
  title: "Logistic regression",
  schema: logisticRegressionSchema,
  preprocessing: "scaled",
  fit(x, y, { C, classWeight, log }) {
    const balanced = classWeight === "balanced" ? { classWeight } : {};
    const classifier = new LogisticRegression({ C, tol, ...balanced, onWarning: log }).fit(x, y);
    // A fit that did not converge has logged a warning instead.
    if (classifier.converged) {
      log(`converged after ${classifier.nIter} Newton steps on ${x.numRows()} rows`);
    }
    return classifier;
  },
  fromJSON: (stored) => LogisticRegression.fromJSON(stored),
  describe: (fitted) => ({
    coefficients: describeCoefficients(fitted),
    parameters: [{ name: "C", value: fitted.classifier.C ?? "no penalty" }],
    warnings: fitted.classifier.warnings,
    oddsRatioNote: isRefitted(fitted)
      ? "The odds ratios and their intervals are those of a fit without a penalty, so that they do not depend on C; the coefficients are the model's own, which the penalty draws towards 0."
      : "The odds ratios are those of a penalised fit, which draws them towards 1.",
  }),
  toOnnx: (classifier, preprocessing, options) =>
    onnxClassifier({ steps: [preprocessing], classifier, ...options }),
});
