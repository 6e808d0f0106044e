import fc from "fast-check";
import { expect, test } from "vitest";
import { parseNumber } from "../../src/dataset/parse-number.js";

test.each([
  ["0", 0],
  ["5", 5],
  ["12", 12],
  ["33.6", 33.6],
  ["0.351", 0.351],
  [".5", 0.5],
  ["5.", 5],
  ["-7", -7],
  ["+7", 7],
  ["007", 7],
  ["1e3", 1000],
  ["2.5E-3", 0.0025],
  [" 5 ", 5],
  ["\t12\t", 12],
  ["1e-400", 0],
  ["9007199254740993", 9007199254740992],
])("reads %j as a number", (cell, value) => {
  expect(parseNumber(cell)).toBe(value);
});

test.each([
  "",
  " ",
  "12O",
  "1,5",
  "1 000",
  "1_000",
  "0x10",
  "0b1",
  "0o7",
  "1e",
  "e1",
  ".",
  "-",
  "+-1",
  "5-",
  "NaN",
  "NA",
  "Infinity",
  "-Infinity",
  "true",
  "null",
  "12n",
  "١٢",
  "5%",
  "$5",
])("takes %j for no number", (cell) => {
  expect(parseNumber(cell)).toBe(Number.NaN);
});

test("says that a number is beyond the range of a double", () => {
  expect(parseNumber("1e400")).toBe(Number.POSITIVE_INFINITY);
  expect(parseNumber("-1e400")).toBe(Number.NEGATIVE_INFINITY);
});

test("reads back every finite number as it is written", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(parseNumber(Object.is(value, -0) ? "-0" : String(value))).toBe(value);
    }),
    { seed: 1 },
  );
});
