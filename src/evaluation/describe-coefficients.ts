import {
  ColumnTransformer,
  type Evaluation,
  LogisticRegression,
  OneHotEncoder,
  requireBinaryModel,
  requireNumeric,
  type StoredLogisticRegression,
} from "@tiphys/ml";
import type { FittedModel } from "../models/model-kind.js";
import { findTransformer, type Preprocessing } from "../preprocessing.js";
import { whyUndetermined } from "./why-undetermined.js";

type Coefficients = NonNullable<Evaluation["coefficients"]>;
type Coefficient = Coefficients["entries"][number];

/** A penalty so weak that it changes no displayed digit; without any, collinear columns have no optimum. */
const nearlyUnpenalized = 1e6;

/** The fit is repeated if the penalty contributes more than this share of the information about a coefficient. */
const negligibleShare = 0.05;

/** A log odds ratio with a larger standard error is undetermined: its interval would span 17 powers of ten. */
const largestStandardError = 10;

type Fitted = FittedModel<StoredLogisticRegression>;

/**
 * The model's coefficients, with the odds ratios that the training rows determine.
 *
 * The odds ratios are those of the model where its penalty is negligible compared with the data. Otherwise, wherever there
 * are categories, which may have few rows, and where rows were weighted, they come from a second fit of the rows as they are
 * with almost no penalty, so that they do not depend on C. Odds ratios that this fit cannot determine are not determined by the data: those of a category whose rows
 * are all of one class, or of a column that follows from others.
 */
export function describeCoefficients(fitted: Fitted): Coefficients {
  const { preprocessing, xTrain, yTrain } = fitted;
  const classifier = requireBinaryModel(fitted.classifier);
  const per =
    findTransformer(preprocessing, "OneHotEncoder") === undefined
      ? "1 standard deviation"
      : "1 standard deviation (a category: in place of its reference)";
  if (!isRefitted(fitted)) {
    const entries = classifier.featureNames.map((name, i) => ({
      name,
      coefficient: classifier.coef[i] ?? Number.NaN,
      standardError: classifier.standardErrors?.coef[i],
    }));
    return { per, entries };
  }
  const x = ColumnTransformer.fromJSON(preprocessing).transform(xTrain);
  const fit = new LogisticRegression({ C: nearlyUnpenalized, tol: 1e-12 }).fit(x, yTrain);
  const y = requireNumeric("yTrain", yTrain);
  const [logOdds] = fit.decisionFunction(x);
  const separated = logOdds.every((value, row) => value > 0 === (y[row] === 1));
  const why = whyUndetermined(preprocessing, x, y, separated);
  const entries = classifier.featureNames.map((name, i): Coefficient => {
    const coefficient = classifier.coef[i] ?? Number.NaN;
    const standardError = fit.standardErrors?.coef[i] ?? Number.POSITIVE_INFINITY;
    return standardError > largestStandardError
      ? { name, coefficient, undetermined: why(name) }
      : { name, coefficient, logOddsRatio: fit.coef[0][i], standardError };
  });
  return { per, entries, references: referencesOf(preprocessing) };
}

/** Whether the odds ratios are those of a second fit with almost no penalty. */
export function isRefitted({ classifier, preprocessing, classWeight }: Fitted): boolean {
  const { C, standardErrors } = requireBinaryModel(classifier);
  if (classWeight !== "none" || standardErrors === null) return true;
  if (findTransformer(preprocessing, "OneHotEncoder") !== undefined) return true;
  // A coefficient's variance is at most that of the penalty alone, which is C.
  const share = Math.max(...standardErrors.coef.map((error) => error ** 2)) / (C ?? Number.POSITIVE_INFINITY);
  return share > negligibleShare || Math.max(...standardErrors.coef) > largestStandardError;
}

function referencesOf(preprocessing: Preprocessing): Coefficients["references"] {
  const encoder = findTransformer(preprocessing, "OneHotEncoder");
  if (encoder === undefined) return [];
  return Object.entries(OneHotEncoder.fromJSON(encoder).dropped).map(([column, category]) => ({
    column,
    category,
  }));
}
