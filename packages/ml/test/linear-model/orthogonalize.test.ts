import { expect, test } from "vitest";
import { lengthOf, orthogonalize } from "../../src/linear-model/orthogonalize.js";

test("the lengths of orthogonal vectors are the singular values", () => {
  // numpy 2.4.6: linalg.svd([[1, 2, 3], [4, 5, 6], [7, 8, 10]]).
  const expected = [17.412505166808593, 0.8751613501104364, 0.19686652111743];
  const vectors = [Float64Array.of(1, 4, 7), Float64Array.of(2, 5, 8), Float64Array.of(3, 6, 10)];
  const before = vectors.map((vector) => vector.slice());
  const rotations = orthogonalize(vectors);
  const found = vectors.map(lengthOf).sort((a, b) => b - a);
  found.forEach((length, r) => {
    expect(length).toBeCloseTo(expected[r] ?? Number.NaN, 13);
  });
  rotations.forEach((rotation, r) => {
    expect(lengthOf(rotation)).toBeCloseTo(1, 14);
    const made = before[0]?.map((_, i) =>
      before.reduce((sum, vector, j) => sum + (vector[i] ?? 0) * (rotation[j] ?? 0), 0),
    );
    made?.forEach((value, i) => {
      expect(value).toBeCloseTo(vectors[r]?.[i] ?? Number.NaN, 13);
    });
  });
});

test("a small singular value has all its digits beside a large one", () => {
  const vectors = [Float64Array.of(1e150, 0), Float64Array.of(1e150, 1e-150)];
  orthogonalize(vectors);
  const [least = 0] = vectors.map(lengthOf).sort((a, b) => a - b);
  expect(least / (1e-150 / Math.SQRT2)).toBeCloseTo(1, 13);
});

test("vectors of zeros, equal ones and none at all end", () => {
  const equal = [Float64Array.of(3, 4), Float64Array.of(3, 4), Float64Array.of(0, 0)];
  orthogonalize(equal);
  expect(equal.map(lengthOf).sort((a, b) => a - b)[2]).toBeCloseTo(5 * Math.SQRT2, 14);
  expect(orthogonalize([])).toEqual([]);
});
