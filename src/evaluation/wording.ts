import { classifierName } from "../classifier.js";

/** This project's words on the evaluation's page and in its pictures. */
export const wording = {
  title: "Diabetes prediction: evaluation",
  subtitle: `${classifierName.title} on the Pima Indians Diabetes data`,
  /** What a row of the data is. */
  unit: { singular: "patient", plural: "patients" },
  positiveLabel: "diabetes",
  negativeLabel: "no diabetes",
  rocCurveTitle: "ROC curve: diabetes",
  /** What became of missing values, where there is more to say than what was done. */
  keptAsTheyAre:
    "They were kept as they are, as in the original analysis; run with missing=median to fill them in.",
  /** Whom the model is about, and what it is not for. */
  limits:
    "The data is about women of at least 21 years of Pima Indian heritage. The model says nothing about anybody else, and is no medical device.",
};
