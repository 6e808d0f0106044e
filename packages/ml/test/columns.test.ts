import { desc, table } from "arquero";
import { expect, test } from "vitest";
import { countMissing, finiteColumns, materialize, numericColumn, replaceColumns } from "../src/columns.js";
import { NotFiniteError, NotNumericError, ShapeError } from "../src/errors.js";
import { takeRows } from "../src/take-rows.js";

test("a Float64Array is read without a copy", () => {
  const a = Float64Array.of(1, 2);
  expect(numericColumn(table({ a }), "a")).toBe(a);
});

test.each([
  ["a plain array", [1, 2.5]],
  ["integers", Int32Array.of(1, 2)],
  ["big integers", BigInt64Array.of(1n, 2n)],
])("numbers are read from %s", (_, a) => {
  expect(numericColumn(table({ a }), "a")).toEqual(Float64Array.from(a, Number));
});

test("null and undefined are missing values", () => {
  expect(numericColumn(table({ a: [1, null, undefined] }), "a")).toEqual(
    Float64Array.of(1, Number.NaN, Number.NaN),
  );
});

test("a text among numbers is an error that names column and row", () => {
  expect(() => numericColumn(table({ Glucose: [120, "12O"] }), "Glucose")).toThrow(
    new NotNumericError("Glucose", 2, "12O"),
  );
});

test("a column that does not exist is an error that names those that do", () => {
  expect(() => numericColumn(table({ a: [1], b: [2] }), "c")).toThrow(
    new ShapeError('There is no column "c". Found: a, b.'),
  );
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  "%s is an error that names column and row",
  (value) => {
    const x = table({ a: [1, 2, 3], b: [1, 2, value] });
    expect(() => finiteColumns(x)).toThrow(new NotFiniteError("b", 3, value));
  },
);

test("a table's filter and ordering are applied, its groups dropped", () => {
  const x = table({ a: [3, 1, 2] })
    .filter((row: { a: number }) => row.a > 1)
    .orderby(desc("a"))
    .groupby("a");
  const plain = materialize(x);
  expect(plain.isGrouped()).toBe(false);
  expect([...numericColumn(plain, "a")]).toEqual([3, 2]);
});

test("a table without filter, order or groups is returned unchanged", () => {
  const x = table({ a: [1] });
  expect(materialize(x)).toBe(x);
});

test("replaced columns keep their position, the others are unchanged", () => {
  const replaced = replaceColumns(table({ a: [1], b: ["x"], c: [3] }), new Map([["a", Float64Array.of(7)]]));
  expect(replaced.columnNames()).toEqual(["a", "b", "c"]);
  expect(replaced.object(0)).toEqual({ a: 7, b: "x", c: 3 });
});

test("rows are taken in the requested order, numbers as numbers and texts as texts", () => {
  const rows = Uint32Array.of(2, 0);
  expect(takeRows(Float64Array.of(1, 2, 3), rows)).toEqual(Float64Array.of(3, 1));
  expect(takeRows(["a", "b", "c"], rows)).toEqual(["c", "a"]);
});

test.each([Float64Array, Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array])(
  "rows are taken from a part of an array into one of its type: %o",
  (type) => {
    const part = type.of(9, -1, -2, 120).subarray(1);
    expect(takeRows(part, Uint32Array.of(2, 0, 0))).toEqual(type.of(120, -1, -1));
  },
);

test("missing cells are counted: NaN among numbers, empty texts", () => {
  expect(countMissing(Float64Array.of(0, Number.NaN, 1, Number.NaN))).toBe(2);
  expect(countMissing(["", "a", "NaN"])).toBe(1);
  expect(countMissing(Uint8Array.of(0, 1))).toBe(0);
});

test("whole numbers of any width are checked and widened where floating point is needed", () => {
  const x = table({ a: Uint8Array.of(1, 255), b: Int32Array.of(-1, 2) });
  expect(finiteColumns(x)).toEqual([Float64Array.of(1, 255), Float64Array.of(-1, 2)]);
});
