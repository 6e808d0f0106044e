import fc from "fast-check";
import { expect, test } from "vitest";
import { RandomState } from "../../src/index.js";
import { sortNumbers } from "../../src/metrics/sort-numbers.js";

const random = new RandomState(1);
/** Numbers from 0 to 1 in random order. */
const uniform = (n: number) => Float64Array.from({ length: n }, () => random.interval(2 ** 30) / 2 ** 30);

test.each<[string, Float64Array]>([
  ["few numbers", uniform(10)],
  ["evenly spread numbers", uniform(20_000)],
  ["numbers of one side of the range", uniform(20_000).map((value) => Math.exp(-20 * value))],
  ["all but one in one bucket", Float64Array.of(1e300, ...uniform(5000))],
  ["ties", uniform(20_000).map((value) => Math.floor(value * 7))],
  ["one value", new Float64Array(5000).fill(0.25)],
  ["a range that overflows", Float64Array.of(-1.7e308, 1.7e308, ...uniform(5000))],
  ["subnormal numbers", uniform(5000).map((value) => value * 1e-310)],
  ["none", new Float64Array(0)],
])("sorts %s as sort() does, and leaves the array", (_, values) => {
  const before = values.slice();
  expect(sortNumbers(values)).toEqual(values.slice().sort());
  expect(values).toEqual(before);
});

test("sorts any finite numbers", () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
    minLength: 1,
    maxLength: 50,
  });
  fc.assert(
    fc.property(numbers, (few) => {
      const values = Float64Array.from(
        { length: 1200 },
        (_, i) => (few[i % few.length] ?? 0) / (1 + (i % 3)),
      );
      // −0 and 0 are equal, whichever comes first.
      expect(sortNumbers(values).map((value) => value + 0)).toEqual(values.sort().map((value) => value + 0));
    }),
    { seed: 7, numRuns: 100 },
  );
});
