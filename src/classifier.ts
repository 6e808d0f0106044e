import { type Column, LogisticRegression, logisticRegressionSchema, type Table } from "@pipeline/ml";
import type * as z from "zod";

/** The model, in the one place where it is chosen: training, predictions, `model.json`, page and picture follow. */
export const Classifier = LogisticRegression satisfies ClassifierClass;

/** The stored form of a fitted model, as it stands in `model.json`. */
export const classifierSchema = logisticRegressionSchema;

/** What people call it: on the page and in the picture's legend, and within the sentences of descriptions. */
export const classifierName = { title: "Logistic regression", inSentence: "a logistic regression" };

/** What `Classifier.toJSON()` gives. */
export type StoredClassifier = z.output<typeof classifierSchema>;

/** What the steps ask of a model: any class of this form can be the `Classifier`. */
interface ClassifierClass {
  /** A fitted model from its stored form. */
  fromJSON(json: StoredClassifier): {
    /** The more likely class of each row. */
    predict(x: Table): Column;
    /** The negative class's probability for each row, then the positive one's. */
    predictProba(x: Table): readonly [Float64Array, Float64Array];
    toJSON(): StoredClassifier;
  };
}
