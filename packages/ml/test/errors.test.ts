import { expect, test } from "vitest";
import {
  ColumnMismatchError,
  InvalidModelError,
  InvalidParameterError,
  MlError,
  NotFiniteError,
  NotFittedError,
  NotNumericError,
  OneClassError,
  ShapeError,
} from "../src/index.js";

test.each([
  ["NotFiniteError", new NotFiniteError("BMI", 3, Number.NaN)],
  ["NotNumericError", new NotNumericError("BMI", 3, "12O")],
  ["NotFittedError", new NotFittedError("StandardScaler")],
  ["ColumnMismatchError", new ColumnMismatchError("StandardScaler", ["a"], ["b"])],
  ["OneClassError", new OneClassError("rocCurve", 1)],
  ["InvalidParameterError", new InvalidParameterError("C", 0, "a number above 0")],
  ["ShapeError", new ShapeError("x has no rows")],
  ["InvalidModelError", new InvalidModelError("StandardScaler", "mean: missing")],
])("%s carries its own name and can be caught as MlError", (name, error) => {
  expect(error.name).toBe(name);
  expect(error).toBeInstanceOf(MlError);
  expect(error.isUserError).toBe(true);
  expect(`${error}`).toContain(`${name}: `);
});

test("a cell that is not finite is reported by column and row, with the fix", () => {
  const error = new NotFiniteError("Glucose", 17, Number.NaN);
  expect(error.message).toBe(
    'column "Glucose", row 17 (counted from 1): found NaN, expected a finite number. ' +
      "Leave such rows out, or fill them in first with SimpleImputer.",
  );
  expect(error).toMatchObject({ column: "Glucose", row: 17 });
});

test("missing and surplus columns are named", () => {
  const error = new ColumnMismatchError("StandardScaler", ["Age", "BMI", "Glucose"], ["BMI", "Weight"]);
  expect(error.missing).toEqual(["Age", "Glucose"]);
  expect(error.surplus).toEqual(["Weight"]);
  expect(error.message).toContain("(missing: Age, Glucose; surplus: Weight)");
  expect(error.message).toContain("Expected, in this order: Age, BMI, Glucose.");
});

test("columns in another order are distinguished from other columns", () => {
  const error = new ColumnMismatchError("StandardScaler", ["Age", "BMI"], ["BMI", "Age"]);
  expect(error.message).toContain("(in another order: BMI, Age)");
});

test("a parameter is reported with its expected values", () => {
  expect(new InvalidParameterError("C", 0, "a number above 0").message).toBe(
    "C: found 0, expected a number above 0.",
  );
});
