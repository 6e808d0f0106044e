import fc from "fast-check";
import { expect, test } from "vitest";
import { medianInPlace } from "../../src/preprocessing/median.js";
import { quantile } from "../../src/quantile.js";

test("is the median of the sorted values, also of many equal ones", () => {
  const values = fc.oneof(
    fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 1 }),
    fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }),
  );
  fc.assert(
    fc.property(values, (numbers) => {
      const sorted = Float64Array.from(numbers).sort();
      expect(medianInPlace(Float64Array.from(numbers)) + 0).toBe(quantile(sorted, 0.5) + 0);
    }),
    { numRuns: 1000 },
  );
});

test.each([
  ["ascending", (i: number) => i],
  ["descending", (i: number) => -i],
  ["equal", () => 7],
  ["like an organ pipe", (i: number) => Math.min(i, 200_000 - i)],
])("finds it among 200,000 values that are %s", (_, value) => {
  const values = Float64Array.from({ length: 200_000 }, (_, i) => value(i));
  expect(medianInPlace(values.slice())).toBe(quantile(values.sort(), 0.5));
});
