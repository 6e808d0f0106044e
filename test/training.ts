import { ColumnTransformer, StandardScaler, type Table } from "@tiphys/ml";

/** The defaults of the parameters of `model-training`. */
export const trainingDefaults = {
  model: "logistic-regression",
  C: 1,
  classWeight: "none",
  threshold: "0.5",
  randomState: 42,
} as const;

/** The preprocessing of raw rows of numbers that the pipeline has without missing values, fitted. */
export function scalingOf(xTrain: Table) {
  return new ColumnTransformer([["numbers", new StandardScaler(), "numeric"]]).fit(xTrain).toJSON();
}
