/** Columns in which a zero stands for a value that was not measured. Without any, an empty cell does. */
export const zeroMeansMissing: readonly string[] = [
  "Glucose",
  "BloodPressure",
  "SkinThickness",
  "Insulin",
  "BMI",
];

/** What can be done about missing numbers: keep them as they are, or what to fill them in with. */
export const waysWithMissing = ["keep", "median"] as const;

/** What is done unless told otherwise. */
export const usualWayWithMissing = "keep";
