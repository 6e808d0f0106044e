import { table } from "arquero";
import { expect, test } from "vitest";
import { StandardScaler } from "../../src/index.js";
import { uniform } from "../uniform.js";

const n = 12_345;
const random = uniform(2);
const numbers = Float64Array.from({ length: n }, () => 1e3 + random());
const bytes = Uint8Array.from({ length: n }, () => 200 * random());

test("a table of 12,345 rows is scaled as a smaller one is, to the bit", () => {
  const scaler = new StandardScaler().fit(table({ numbers, bytes }));
  const scaled = scaler.transform(table({ numbers, bytes }));
  const part = scaler.transform(table({ numbers: numbers.subarray(0, 999), bytes: bytes.subarray(0, 999) }));
  for (const name of ["numbers", "bytes"]) {
    const column = Float64Array.from(scaled.array(name));
    expect(column.subarray(0, 999)).toEqual(Float64Array.from(part.array(name)));
    expect(column.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(0, 12);
    expect(column.reduce((sum, value) => sum + value * value, 0) / n).toBeCloseTo(1, 12);
  }
});

test("the column is left as it was", () => {
  const copy = numbers.slice();
  new StandardScaler().fitTransform(table({ numbers }));
  expect(numbers).toEqual(copy);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "%s in row 12,000 is named, in fit and in transform",
  (value) => {
    const broken = numbers.with(11_999, value);
    const message = `column "numbers", row 12000 (counted from 1): found ${value}, expected a finite number.`;
    expect(() => new StandardScaler().fit(table({ numbers: broken }))).toThrow(message);
    const scaler = new StandardScaler().fit(table({ numbers }));
    expect(() => scaler.transform(table({ numbers: broken }))).toThrow(message);
  },
);

test("numbers whose squares are out of range have moments as in a smaller table", () => {
  const huge = Float64Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1e-180 : 3e-180));
  const { mean, scale } = new StandardScaler().fit(table({ huge }));
  expect(mean[0]).toBeCloseTo(2e-180, 183);
  expect(scale).toEqual(new StandardScaler().fit(table({ huge: huge.subarray(0, 100) })).scale);
});
