import { type Column, type Evaluation, LogisticRegression, OneHotEncoder, type Table } from "@tiphys/ml";
import type { StoredModel } from "../model.js";
import { preprocess } from "../preprocessing.js";
import { requireNumeric } from "../require-numeric.js";
import { whyUndetermined } from "./why-undetermined.js";

type Coefficients = NonNullable<Evaluation["coefficients"]>;
type Coefficient = Coefficients["entries"][number];

/** A penalty so weak that it changes no displayed digit; without any, collinear columns have no optimum. */
const nearlyUnpenalized = 1e6;

/** The fit is repeated if the penalty contributes more than this share of the information about a coefficient. */
const negligibleShare = 0.05;

/** A log odds ratio with a larger standard error is undetermined: its interval would span 17 powers of ten. */
const largestStandardError = 10;

/** The model and the rows that it was fitted on. */
export interface FittedModel {
  readonly model: StoredModel;
  /** Raw training rows. */
  readonly xTrain: Table;
  readonly yTrain: Column;
}

/**
 * The model's coefficients, with the odds ratios that the training rows determine.
 *
 * The odds ratios are those of the model where its penalty is negligible compared with the data. Otherwise, and wherever
 * there are categories, which may have few rows, they come from a second fit with almost no penalty, so that they do not
 * depend on C. Odds ratios that this fit cannot determine are not determined by the data: those of a category whose rows
 * are all of one class, or of a column that follows from others.
 */
export function describeCoefficients({ model, xTrain, yTrain }: FittedModel): Coefficients {
  const { classifier, preprocessing } = model;
  const per =
    preprocessing.categories === undefined
      ? "1 standard deviation"
      : "1 standard deviation (a category: in place of its reference)";
  if (!isRefitted(model)) {
    const entries = classifier.featureNames.map((name, i) => ({
      name,
      coefficient: classifier.coef[i] ?? Number.NaN,
      standardError: classifier.standardErrors?.coef[i],
    }));
    return { per, entries };
  }
  const x = preprocess(preprocessing, xTrain);
  const fit = new LogisticRegression({ C: nearlyUnpenalized, tol: 1e-12 }).fit(x, yTrain);
  const y = requireNumeric("yTrain", yTrain);
  const logOdds = fit.decisionFunction(x);
  const separated = logOdds.every((value, row) => value > 0 === (y[row] === 1));
  const why = whyUndetermined(preprocessing, x, y, separated);
  const entries = classifier.featureNames.map((name, i): Coefficient => {
    const coefficient = classifier.coef[i] ?? Number.NaN;
    const standardError = fit.standardErrors?.coef[i] ?? Number.POSITIVE_INFINITY;
    return standardError > largestStandardError
      ? { name, coefficient, undetermined: why(name) }
      : { name, coefficient, logOddsRatio: fit.coef[i], standardError };
  });
  return { per, entries, references: referencesOf(preprocessing) };
}

/** Whether the odds ratios are those of a second fit with almost no penalty. */
export function isRefitted({ classifier, preprocessing }: StoredModel): boolean {
  const { C, standardErrors } = classifier;
  if (preprocessing.categories !== undefined || standardErrors === null) return true;
  // A coefficient's variance is at most that of the penalty alone, which is C.
  const share = Math.max(...standardErrors.coef.map((error) => error ** 2)) / (C ?? Number.POSITIVE_INFINITY);
  return share > negligibleShare || Math.max(...standardErrors.coef) > largestStandardError;
}

function referencesOf({ categories }: StoredModel["preprocessing"]): Coefficients["references"] {
  if (categories === undefined) return [];
  const { dropped } = OneHotEncoder.fromJSON(categories.encoder);
  return Object.entries(dropped).map(([column, category]) => ({ column, category }));
}
