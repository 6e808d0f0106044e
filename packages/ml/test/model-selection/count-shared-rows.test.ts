import fc from "fast-check";
import { expect, test } from "vitest";
import { countSharedRows, ShapeError } from "../../src/index.js";

test("counts the test rows that are also training rows, in any order", () => {
  const train = [Float64Array.of(1, 2, 2, Number.NaN), ["a", "a", "b", ""]];
  const test = [Float64Array.of(2, Number.NaN, 1, 2, 2), ["a", "", "b", "b", "b"]];

  expect(countSharedRows(train, test)).toBe(4);
});

test("0 and -0 are equal, and the order of columns matters", () => {
  expect(countSharedRows([Float64Array.of(0)], [Float64Array.of(-0)])).toBe(1);
  expect(
    countSharedRows([Float64Array.of(1), Float64Array.of(2)], [Float64Array.of(2), Float64Array.of(1)]),
  ).toBe(0);
});

test("counts the same as a comparison of all pairs of rows", () => {
  const cell = fc.tuple(
    fc.integer({ min: -2, max: 2 }),
    fc.constantFrom("", "a", "b"),
    fc.constantFrom(0, 1, 1e300),
  );
  const rows = fc.array(cell, { maxLength: 30 });
  const columnsOf = (cells: readonly (readonly [number, string, number])[]) => [
    Float64Array.from(cells, ([a]) => a),
    cells.map(([, b]) => b),
    Float64Array.from(cells, ([, , c]) => c),
  ];
  fc.assert(
    fc.property(rows, rows, (train, test) => {
      const known = new Set(train.map((row) => row.join("|")));
      const expected = test.filter((row) => known.has(row.join("|"))).length;
      return countSharedRows(columnsOf(train), columnsOf(test)) === expected;
    }),
  );
});

test("whole numbers equal those of another type, and NaN equals NaN", () => {
  expect(countSharedRows([Uint8Array.of(1, 200)], [Uint8Array.of(200, 200, 3)])).toBe(2);
  expect(countSharedRows([Uint8Array.of(1, 200)], [Float64Array.of(200, 1, 3)])).toBe(2);
  expect(countSharedRows([Int16Array.of(-1)], [Uint16Array.of(65535)])).toBe(0);
  expect(countSharedRows([Float64Array.of(Number.NaN)], [Float64Array.of(Number.NaN)])).toBe(1);
});

test("counts each of many equal rows once, however often it stands in the training rows", () => {
  const few = (n: number) => Uint8Array.from({ length: n }, (_, i) => i % 3);
  expect(countSharedRows([few(30_000)], [few(10_000)])).toBe(10_000);
  expect(countSharedRows([new Uint8Array(30_000)], [few(10_000)])).toBe(3334);
});

test("finds none without rows, and refuses columns that do not match", () => {
  expect(countSharedRows([new Float64Array(0)], [Float64Array.of(1)])).toBe(0);
  expect(countSharedRows([Float64Array.of(1)], [new Float64Array(0)])).toBe(0);
  expect(() => countSharedRows([Float64Array.of(1)], [])).toThrow(ShapeError);
  expect(() => countSharedRows([Float64Array.of(1)], [["a"]])).toThrow(
    "countSharedRows: column 1 holds numbers in one set and texts in the other.",
  );
});
