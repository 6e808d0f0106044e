import { InvalidParameterError } from "../errors.js";
import type {
  StoredBinaryLogisticRegression,
  StoredLogisticRegression,
} from "./logistic-regression-schema.js";

/**
 * Checks that a stored logistic regression is one of two classes, and returns it.
 * @throws {InvalidParameterError} for more classes
 */
export function requireBinaryModel(stored: StoredLogisticRegression): StoredBinaryLogisticRegression {
  if (stored.multiClass === undefined) return stored;
  throw new InvalidParameterError(
    "classifier",
    `one of ${stored.classes.length} classes`,
    "one of two classes",
  );
}
