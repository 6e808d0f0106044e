import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidParameterError, RandomState } from "../../src/index.js";
import { reference, reference19 } from "../diabetes.js";

const permutations = Object.entries(reference.permutations).flatMap(([seed, ofSizes]) =>
  Object.entries(ofSizes).map(([n, permutation]) => ({ seed: Number(seed), n: Number(n), permutation })),
);

test.each(permutations)("permutes $n numbers as numpy does for seed $seed", ({ seed, n, permutation }) => {
  expect([...new RandomState(seed).permutation(n)]).toEqual(permutation);
});

test("chooses without replacement as numpy does", () => {
  expect(new RandomState(9).choiceWithoutReplacement([3, 5, 8, 13, 21], 3)).toEqual(reference19.choice);
});

test("the first numbers of MT19937 seeded with 5489 are those of its authors", () => {
  const random = new RandomState(5489);
  expect([random.interval(0xffffffff), random.interval(0xffffffff)]).toEqual([3499211612, 581869302]);
});

test("draws nothing for an interval of one number", () => {
  const random = new RandomState(5489);
  expect(random.interval(0)).toBe(0);
  expect(random.interval(0xffffffff)).toBe(3499211612);
});

test("every permutation holds each number once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 200 }), (seed, n) => {
      const sorted = new RandomState(seed).permutation(n).sort();
      expect([...sorted]).toEqual(Array.from({ length: n }, (_, i) => i));
    }),
  );
});

test("all orders of three are equally likely", () => {
  const random = new RandomState(1);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = random.permutation(3).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

test("without a seed two generators differ", () => {
  expect([...new RandomState().permutation(100)]).not.toEqual([...new RandomState().permutation(100)]);
});

test.each([-1, 1.5, 2 ** 32, Number.NaN])("refuses the seed %d", (seed) => {
  expect(() => new RandomState(seed)).toThrow(InvalidParameterError);
});

test("draws numpy's numbers from 0 to 1", () => {
  // numpy 2.4.6, RandomState(42).random_sample(3)
  const random = new RandomState(42);
  expect([random.random(), random.random(), random.random()]).toEqual([
    0.3745401188473625, 0.9507143064099162, 0.7319939418114051,
  ]);
});
