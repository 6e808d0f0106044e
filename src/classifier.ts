import { type Column, LogisticRegression, logisticRegressionSchema, type Table } from "@tiphys/ml";
import type * as z from "zod";

/** The model, chosen here only: training, predictions, `model.json`, page and picture use it. */
export const Classifier = LogisticRegression satisfies ClassifierClass;

/** The schema of a fitted model in `model.json`. */
export const classifierSchema = logisticRegressionSchema;

/** Its name: `title` on the page and in the picture's legend, `inSentence` in descriptions. */
export const classifierName = { title: "Logistic regression", inSentence: "a logistic regression" };

/** The result of `Classifier.toJSON()`. */
export type StoredClassifier = z.output<typeof classifierSchema>;

/** What the steps need from a model: any class of this form can be the `Classifier`. */
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
