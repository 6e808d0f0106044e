import { InvalidParameterError, OneClassError } from "../errors.js";
import { type Label, type Labels, rowsOfLabel, uniqueLabels } from "../labels.js";

/**
 * 1 for each row of the positive class, 0 for the others.
 * @param posLabel the positive class. Default: the greater of two labels
 * @throws {OneClassError} when yTrue holds one class only
 * @throws {InvalidParameterError} when posLabel is not in yTrue, or is missing and there are more than two classes
 */
export function positiveRows(metric: string, yTrue: Labels, posLabel?: Label): Uint8Array {
  const classes = uniqueLabels(yTrue);
  const [first] = classes;
  if (first !== undefined && classes.length === 1) throw new OneClassError(metric, first);
  if (posLabel === undefined && classes.length > 2) {
    throw new InvalidParameterError("posLabel", undefined, `one of the ${classes.length} classes of yTrue`);
  }
  const positive = posLabel ?? classes[1];
  if (!classes.some((label) => label === positive)) {
    throw new InvalidParameterError(
      "posLabel",
      JSON.stringify(positive),
      `one of the classes ${classes.join(", ")}`,
    );
  }
  return rowsOfLabel(yTrue, positive);
}
