import { expect, test } from "vitest";
import { cholesky } from "../../src/linear-model/cholesky.js";

test("solves A y = b", () => {
  // A = [[4, 2], [2, 3]], b = [2, 5]: y = [−0.5, 2]
  const y = cholesky(Float64Array.of(4, 2, 2, 3), 2)?.solve(Float64Array.of(2, 5));
  expect(y?.[0]).toBeCloseTo(-0.5, 15);
  expect(y?.[1]).toBeCloseTo(2, 15);
});

test("gives the diagonal of the inverse", () => {
  // The inverse of [[4, 2], [2, 3]] is [[3, −2], [−2, 4]] / 8.
  const diagonal = cholesky(Float64Array.of(4, 2, 2, 3), 2)?.inverseDiagonal();
  expect(diagonal?.[0]).toBeCloseTo(3 / 8, 15);
  expect(diagonal?.[1]).toBeCloseTo(4 / 8, 15);
});

test("reads the lower triangle only", () => {
  const lower = cholesky(Float64Array.of(4, 99, 2, 3), 2)?.solve(Float64Array.of(2, 5));
  expect(lower).toEqual(cholesky(Float64Array.of(4, 2, 2, 3), 2)?.solve(Float64Array.of(2, 5)));
});

test.each([
  ["singular", [1, 1, 1, 1]],
  ["singular up to rounding", [1, 1, 1, 1 + Number.EPSILON]],
  ["indefinite", [1, 2, 2, 1]],
  ["zero", [0, 0, 0, 0]],
  ["not finite", [Number.NaN, 0, 0, 1]],
])("gives nothing for a matrix that is %s", (_, matrix) => {
  expect(cholesky(Float64Array.from(matrix), 2)).toBeUndefined();
});
