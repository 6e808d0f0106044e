/** This project's texts on the evaluation's page and in its pictures. */
export const wording = {
  title: "Diabetes prediction: evaluation",
  /** Says what was evaluated. @param model such as "Logistic regression" */
  subtitle: (model: string) => `${model} on the Pima Indians Diabetes data`,
  /** Name of a row of the data. */
  unit: { singular: "patient", plural: "patients" },
  positiveLabel: "diabetes",
  negativeLabel: "no diabetes",
  rocCurveTitle: "ROC curve: diabetes",
  /** The note on missing values that were kept. */
  keptAsTheyAre:
    "They were kept as they are, as in the original analysis; run with missing=median to fill them in.",
  /** The limits of the model. */
  limits:
    "The data is about women of at least 21 years of Pima Indian heritage. The model says nothing about anybody else, and is no medical device.",
};
