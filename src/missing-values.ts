/** Columns in which a zero means a missing value. If the list is empty, empty cells are missing values. */
export const columnsWithZeroAsMissing: readonly string[] = [
  "Glucose",
  "BloodPressure",
  "SkinThickness",
  "Insulin",
  "BMI",
];

/** Strategies for missing numbers: keep them unchanged, or fill them in with a statistic. */
export const missingStrategies = ["keep", "median"] as const;

/** The default strategy. */
export const defaultMissingStrategy = "keep";

/** If more than this share of a column's training rows is empty, empty cells are a category of their own, with this name. */
export const emptyCategory = { above: 0.05, name: "(empty)" };
