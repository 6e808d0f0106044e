import { expect, test } from "vitest";
import { InvalidParameterError } from "../../src/errors.js";
import { classWeights } from "../../src/linear-model/class-weights.js";

test("without weights every class weighs 1", () => {
  expect(classWeights(undefined, [0, 1], [3, 5])).toEqual([1, 1]);
});

test("balanced weights are inverse to the frequency", () => {
  expect(classWeights("balanced", ["no", "yes"], [30, 10])).toEqual([40 / 60, 2]);
});

test("a class that is not named weighs 1", () => {
  expect(classWeights({ 1: 3 }, [0, 1], [3, 5])).toEqual([1, 3]);
});

test("refuses an unknown class, and names it", () => {
  expect(() => classWeights({ maybe: 2 }, ["no", "yes"], [1, 1])).toThrow(
    'classWeight: found "maybe", expected only the classes no and yes.',
  );
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])("refuses the weight %d", (weight) => {
  expect(() => classWeights({ yes: weight }, ["no", "yes"], [1, 1])).toThrow(InvalidParameterError);
});
