/** Columns in which a zero stands for a value that was not measured. Without any, an empty cell does. */
export const columnsWithZeroAsMissing: readonly string[] = [
  "Glucose",
  "BloodPressure",
  "SkinThickness",
  "Insulin",
  "BMI",
];

/** What can be done about missing numbers: keep them as they are, or what to fill them in with. */
export const missingStrategies = ["keep", "median"] as const;

/** What is done unless told otherwise. */
export const defaultMissingStrategy = "keep";
