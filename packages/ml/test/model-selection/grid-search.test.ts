import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import {
  collectSearchResults,
  fitAndScore,
  gridSearch,
  InvalidParameterError,
  KFold,
  LogisticRegression,
  logUniformNumbers,
  parameterGrid,
  parameterSample,
  resolveFolds,
  type SearchScore,
  ShapeError,
  StandardScaler,
  uniformNumbers,
  wholeNumbers,
} from "../../src/index.js";
import { loadDiabetes } from "../diabetes.js";
import reference from "../fixtures/sklearn-search.json" with { type: "json" };

const { x: raw, y } = loadDiabetes();
const x = new StandardScaler().fit(raw).transform(raw);

test.each([
  {
    by: "AUC",
    expected: reference.searches.rocAuc,
    grid: { fitIntercept: [true, false], C: [0.001, 0.1, 10] },
    scoring: "rocAuc" as const,
    cv: 5,
  },
  {
    by: "accuracy, with ties",
    expected: reference.searches.accuracy,
    grid: { C: [1, 1.01, 1.02, 0.01, 0.0101, 5], fitIntercept: [true] },
    scoring: "accuracy" as const,
    cv: new KFold({ nSplits: 9, shuffle: true, randomState: 0 }),
  },
])("a search by $by finds what scikit-learn's finds", ({ grid, scoring, cv, expected }) => {
  const found = gridSearch({
    candidates: parameterGrid(grid),
    make: (parameters) => new LogisticRegression({ ...parameters, tol: 1e-12 }),
    x,
    y,
    cv,
    scoring,
    returnTrainScore: true,
  });
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 9));
  expect(found.results.map(({ parameters }) => parameters.C)).toEqual(expected.parameters.map(({ C }) => C));
  expect(found.results.map(({ scores }) => scores)).toEqual(expected.scores.map(close));
  expect(found.results.map(({ mean }) => mean)).toEqual(close(expected.mean));
  expect(found.results.map(({ std }) => std)).toEqual(close(expected.std));
  expect(found.results.map(({ rank }) => rank)).toEqual(expected.rank);
  expect(found.results.map(({ train }) => train?.mean)).toEqual(close(expected.trainMean));
  expect(found.results.map(({ train }) => train?.std)).toEqual(close(expected.trainStd));
  expect(found.bestIndex).toBe(expected.bestIndex);
  expect(found.bestScore).toBeCloseTo(expected.bestScore, 9);
  expect(found.bestEstimator.coef[0]).toEqual(close(expected.bestCoef));
});

test("candidates and folds computed one by one, in any order, give the same results", () => {
  const candidates = parameterGrid({ C: [0.01, 1] });
  const folds = resolveFolds("search", 3, { x, y }, true);
  const scores = candidates.flatMap(({ C }, candidate) =>
    folds.map((fold, index): SearchScore => {
      const make = () => new LogisticRegression({ C });
      const { test } = fitAndScore({ make, x, y, fold, scoring: { score: "negLogLoss" } });
      return { candidate, fold: index, score: test.score };
    }),
  );
  const { bestEstimator: _, ...whole } = gridSearch({
    candidates,
    make: (parameters) => new LogisticRegression(parameters),
    x,
    y,
    cv: 3,
    scoring: "negLogLoss",
  });
  const asText: unknown = JSON.parse(JSON.stringify(scores.reverse()));
  expect(asText).toEqual(scores);
  expect(collectSearchResults(candidates, scores)).toEqual(whole);
});

test("the types of the parameters and of the model are kept", () => {
  const candidates = parameterGrid({ C: [0.1, 1], solver: ["newton-cholesky"] });
  expectTypeOf(candidates).items.toEqualTypeOf<{ readonly C: 0.1 | 1; readonly solver: "newton-cholesky" }>();
  const options = { candidates, x, y, cv: 2, scoring: "accuracy" } as const;
  const { bestEstimator } = gridSearch({ ...options, make: (found) => new LogisticRegression(found) });
  expectTypeOf(bestEstimator).toEqualTypeOf<LogisticRegression>();
  // @ts-expect-error: the candidates have no parameter c
  gridSearch({ ...options, make: ({ c }) => new LogisticRegression({ C: c ?? 1 }) });
});

test.each(reference.grids)("a grid has scikit-learn's order: $grid", ({ grid, candidates }) => {
  expect(parameterGrid(values(grid))).toEqual(candidates);
});

test.each(reference.samples.cases)(
  "$nIter of grid $grid with seed $randomState are those of scikit-learn",
  (given) => {
    const { grid, drawn, ...options } = given;
    expect(parameterSample(values(reference.samples.grids[grid] ?? {}), options)).toEqual(drawn);
  },
);

test("values drawn from distributions are those of scikit-learn and scipy", () => {
  const drawn = parameterSample(
    {
      share: uniformNumbers(0.25, 0.75),
      kind: ["a", "b", "c"],
      C: logUniformNumbers(1e-3, 1e2),
      depth: wholeNumbers(2, 8),
    },
    { nIter: 6, randomState: 11 },
  );
  expectTypeOf(drawn).items.toEqualTypeOf<{
    readonly share: number;
    readonly kind: "a" | "b" | "c";
    readonly C: number;
    readonly depth: number;
  }>();
  const close = (value: number) => expect.closeTo(value, 12);
  expect(drawn).toEqual(
    reference.drawn.map(({ C, share, ...others }) => ({ ...others, C: close(C), share: close(share) })),
  );
});

test("values drawn from distributions stay in their range, and a range that is none is an error", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 50 }), (randomState, width) => {
      const ranges = {
        a: uniformNumbers(-1, width),
        b: logUniformNumbers(0.5, width),
        c: wholeNumbers(-3, width),
      };
      for (const { a, b, c } of parameterSample(ranges, { nIter: 20, randomState })) {
        expect(a >= -1 && a <= width && b >= 0.5 - 1e-12 && b <= width + 1e-12 && c >= -3 && c <= width).toBe(
          true,
        );
        expect(Number.isInteger(c)).toBe(true);
      }
    }),
    { seed: 17, numRuns: 100 },
  );
  expect(() => uniformNumbers(1, 1)).toThrow(
    "low and high: found 1 and 1, expected two finite numbers, ascending.",
  );
  expect(() => logUniformNumbers(0, 1)).toThrow(InvalidParameterError);
  expect(() => wholeNumbers(0.5, 2)).toThrow(InvalidParameterError);
  const empty = { a: uniformNumbers(0, 1), b: [] };
  expect(() => parameterSample(empty)).toThrow("distributions.b: found no values, expected at least one.");
});

function values(grid: object): Record<string, readonly unknown[]> {
  return Object.fromEntries(
    Object.entries(grid).map(([name, list]) => [name, Array.isArray(list) ? list : []]),
  );
}

test("a sample has no candidate twice", () => {
  const grid = { a: Array.from({ length: 40 }, (_, i) => i), b: Array.from({ length: 30 }, (_, i) => i) };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1300 }), fc.nat(), (nIter, randomState) => {
      const drawn = parameterSample(grid, { nIter, randomState });
      expect(new Set(drawn.map(({ a, b }) => 100 * a + b)).size).toBe(Math.min(nIter, 1200));
    }),
    { seed: 17, numRuns: 50 },
  );
});

test("a parameter without values, no candidate and no draw are errors", () => {
  expect(() => parameterGrid({ C: [] })).toThrow("grid.C: found no values, expected at least one.");
  expect(() => parameterSample({ C: [1] }, { nIter: 0 })).toThrow(InvalidParameterError);
  const make = () => new LogisticRegression();
  expect(() => gridSearch({ candidates: [], make, x, y, scoring: "accuracy" })).toThrow(
    new ShapeError("gridSearch: found no candidates, expected at least one."),
  );
  expect(() => collectSearchResults([], [])).toThrow(InvalidParameterError);
  expect(parameterGrid({})).toEqual([{}]);
});

test("equal means share a rank, the first of them is the best, and NaN ranks last", () => {
  const scores = [0.5, 0.75, Number.NaN, 0.75].map((score, candidate) => ({ candidate, fold: 0, score }));
  const { results, bestIndex, bestParameters, bestScore } = collectSearchResults(
    ["a", "b", "c", "d"],
    scores,
  );
  expect(results.map(({ rank }) => rank)).toEqual([3, 1, 4, 1]);
  expect([bestIndex, bestParameters, bestScore]).toEqual([1, "b", 0.75]);
});

test("a score that is missing, there twice, or of no candidate is named", () => {
  const score = (candidate: number, fold: number) => ({ candidate, fold, score: 1 });
  const collect = (...scores: SearchScore[]) => collectSearchResults(["a", "b"], scores);
  expect(() => collect(score(0, 0), score(0, 1), score(1, 1))).toThrow(
    "scores: found none of candidate 1 in fold 0, expected one of each.",
  );
  expect(() => collect(score(0, 0), score(1, 0), score(1, 0))).toThrow(
    "scores: found 3 scores, expected one for each of 2 candidates in each of 1 folds.",
  );
  expect(() => collect(score(0, 0), score(1, 0), score(2, 0))).toThrow(InvalidParameterError);
});
