/** The base class of every error that this package throws on purpose, so that a caller can distinguish it from a bug. */
export class MlError extends Error {
  override name = "MlError";
  /** The fault is in the data or in the call, not in the code: the message is enough, without a stack trace. */
  readonly isUserError = true;
}

/** A cell is NaN or infinite where a finite number is needed. `row` counts from 1. */
export class NotFiniteError extends MlError {
  override name = "NotFiniteError";
  readonly column: string;
  readonly row: number;
  readonly value: number;

  constructor(column: string, row: number, value: number) {
    super(
      `column "${column}", row ${row} (counted from 1): found ${value}, expected a finite number. ` +
        "Leave such rows out, or fill them in first with SimpleImputer.",
    );
    this.column = column;
    this.row = row;
    this.value = value;
  }
}

/** A cell is not a number where a number is needed. `row` counts from 1. */
export class NotNumericError extends MlError {
  override name = "NotNumericError";
  readonly column: string;
  readonly row: number;

  constructor(column: string, row: number, value: unknown) {
    super(
      `column "${column}", row ${row} (counted from 1): found ${typeof value} ${JSON.stringify(value) ?? ""}, ` +
        "expected a number. Drop the column, or encode it as numbers first.",
    );
    this.column = column;
    this.row = row;
  }
}

/** A cell is not a text where a text is needed. `row` counts from 1. */
export class NotTextError extends MlError {
  override name = "NotTextError";
  readonly column: string;
  readonly row: number;

  constructor(column: string, row: number, value: unknown) {
    super(
      `column "${column}", row ${row} (counted from 1): found ${typeof value} ${String(value)}, expected a text. ` +
        "Name the columns of texts with `columns`.",
    );
    this.column = column;
    this.row = row;
  }
}

/** A text is not one of the categories that an encoder learned. `row` counts from 1. */
export class UnknownCategoryError extends MlError {
  override name = "UnknownCategoryError";
  readonly column: string;
  readonly row: number;
  readonly value: string;

  constructor(column: string, row: number, value: string, known: readonly string[]) {
    const listed = known.slice(0, 5).map((category) => JSON.stringify(category));
    super(
      `column "${column}", row ${row} (counted from 1): found the unknown category ${JSON.stringify(value)}, ` +
        `expected one of: ${listed.join(", ")}${known.length > listed.length ? ", …" : ""}. ` +
        'Use handleUnknown: "ignore" to encode unknown categories as zeros.',
    );
    this.column = column;
    this.row = row;
    this.value = value;
  }
}

/** An estimator was used before it was fitted. */
export class NotFittedError extends MlError {
  override name = "NotFittedError";

  constructor(estimator: string) {
    super(`This ${estimator} is not fitted yet. Call fit() before it is used, or load one with fromJSON().`);
  }
}

/** A table's columns, or their order, differ from those an estimator was fitted on. */
export class ColumnMismatchError extends MlError {
  override name = "ColumnMismatchError";
  readonly missing: readonly string[];
  readonly surplus: readonly string[];

  constructor(estimator: string, expected: readonly string[], found: readonly string[]) {
    const missing = expected.filter((name) => !found.includes(name));
    const surplus = found.filter((name) => !expected.includes(name));
    const faults = [
      ...(missing.length > 0 ? [`missing: ${missing.join(", ")}`] : []),
      ...(surplus.length > 0 ? [`surplus: ${surplus.join(", ")}`] : []),
    ];
    const fault = faults.length > 0 ? faults.join("; ") : `in another order: ${found.join(", ")}`;
    super(
      `${estimator}: the table's columns are not those it was fitted on (${fault}). ` +
        `Expected, in this order: ${expected.join(", ")}. Select these columns before the call.`,
    );
    this.missing = missing;
    this.surplus = surplus;
  }
}

/** The labels hold one class only, where two are needed. */
export class OneClassError extends MlError {
  override name = "OneClassError";

  constructor(where: string, label: string | number) {
    super(
      `${where}: found the one class ${JSON.stringify(label)}, expected both classes. ` +
        "Use more rows, or split them with `stratify`.",
    );
  }
}

/** An argument is out of range. `found` is printed without quotes: quote a text where needed. */
export class InvalidParameterError extends MlError {
  override name = "InvalidParameterError";
  readonly parameter: string;

  constructor(parameter: string, found: unknown, expected: string) {
    super(`${parameter}: found ${String(found)}, expected ${expected}.`);
    this.parameter = parameter;
  }
}

/** Lengths do not match, or there are too few rows or columns. */
export class ShapeError extends MlError {
  override name = "ShapeError";
}

/** A stored estimator does not match the schema of this version. */
export class InvalidModelError extends MlError {
  override name = "InvalidModelError";

  constructor(estimator: string, issues: string) {
    super(`This is not a stored ${estimator} that this version can read.\n${issues}`);
  }
}
