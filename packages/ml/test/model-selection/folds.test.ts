import { table } from "arquero";
import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import {
  type Fold,
  GroupKFold,
  InvalidParameterError,
  KFold,
  NotFiniteError,
  ShapeError,
  type Splitter,
  StratifiedGroupKFold,
  StratifiedKFold,
  TimeSeriesSplit,
} from "../../src/index.js";
import reference from "../fixtures/sklearn-folds.json" with { type: "json" };

/** Folds of scikit-learn 1.9.1. */
const cases = reference.cases.map(({ name, n, options, y, groups, folds }) => ({
  name,
  n,
  options: JSON.stringify(options),
  splitter: splitterOf(name, options),
  input: { rows: n, ...(y && { y: oneKind(y) }), ...(groups && { groups: oneKind(groups) }) },
  folds,
}));

function splitterOf(name: string, options: (typeof reference.cases)[number]["options"]): Splitter {
  const { n_splits: nSplits, shuffle, random_state: randomState, gap, test_size, max_train_size } = options;
  if (name === "TimeSeriesSplit") {
    return new TimeSeriesSplit({
      nSplits,
      ...(gap !== undefined && { gap }),
      ...(test_size !== undefined && { testSize: test_size }),
      ...(max_train_size !== undefined && { maxTrainSize: max_train_size }),
    });
  }
  const given = { nSplits, ...(shuffle && { shuffle }), ...(randomState !== undefined && { randomState }) };
  if (name === "KFold") return new KFold(given);
  if (name === "StratifiedKFold") return new StratifiedKFold(given);
  if (name === "GroupKFold") return new GroupKFold(given);
  return new StratifiedGroupKFold(given);
}

function oneKind(labels: readonly (number | string)[]): readonly number[] | readonly string[] {
  return labels.every((label) => typeof label === "number") ? labels : labels.map(String);
}

const asNumbers = (folds: readonly Fold[]) =>
  folds.map(({ train, test }) => ({ train: [...train], test: [...test] }));

test.each(cases)("$name $options divides $n rows as scikit-learn does", ({ splitter, input, folds }) => {
  expect(asNumbers(splitter.split(input))).toEqual(folds);
});

const seeds = fc.record({
  shuffle: fc.constant(true),
  randomState: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});
const shuffles = fc.oneof(fc.constant({}), seeds);
const runs = { seed: 17, numRuns: 200 };

/** Each row is tested in one fold, and trains in all others. */
function expectPartition(folds: readonly Fold[], n: number): void {
  const all = Array.from({ length: n }, (_, row) => row);
  expect(folds.flatMap(({ test }) => [...test]).sort((a, b) => a - b)).toEqual(all);
  for (const { train, test } of folds) {
    expect([...train, ...test].sort((a, b) => a - b)).toEqual(all);
    expect([...train]).toEqual([...train].sort((a, b) => a - b));
    expect([...test]).toEqual([...test].sort((a, b) => a - b));
  }
}

test("KFold: the folds partition the rows, and their sizes differ by at most 1", () => {
  const inputs = fc.integer({ min: 2, max: 12 }).chain((nSplits) =>
    fc.record({
      nSplits: fc.constant(nSplits),
      n: fc.integer({ min: nSplits, max: 90 }),
      shuffle: shuffles,
    }),
  );
  fc.assert(
    fc.property(inputs, ({ nSplits, n, shuffle }) => {
      const folds = new KFold({ nSplits, ...shuffle }).split({ rows: n });
      expect(folds.length).toBe(nSplits);
      expectPartition(folds, n);
      const sizes = folds.map(({ test }) => test.length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

test("StratifiedKFold: the folds partition the rows, and a class's rows differ by at most 1 between folds", () => {
  const inputs = fc.record({
    nSplits: fc.integer({ min: 2, max: 6 }),
    y: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 24, maxLength: 90 }),
    shuffle: shuffles,
  });
  fc.assert(
    fc.property(inputs, ({ nSplits, y, shuffle }) => {
      const folds = new StratifiedKFold({ nSplits, ...shuffle }).split({ y });
      expectPartition(folds, y.length);
      for (const label of new Set(y)) {
        const counts = folds.map(({ test }) => test.filter((row) => y[row] === label).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }
    }),
    runs,
  );
});

test("GroupKFold, StratifiedGroupKFold: the folds partition the rows, and no group is on both sides", () => {
  const rows = fc.array(
    fc.record({ group: fc.integer({ min: 0, max: 20 }), label: fc.constantFrom("a", "b") }),
    {
      minLength: 30,
      maxLength: 90,
    },
  );
  fc.assert(
    fc.property(rows, shuffles, (rows, shuffle) => {
      const y = rows.map(({ label }) => label);
      const groups = rows.map(({ group }) => group);
      fc.pre(new Set(groups).size >= 3 && new Set(y).size === 2);
      for (const splitter of [GroupKFold, StratifiedGroupKFold]) {
        const folds = new splitter({ nSplits: 3, ...shuffle }).split({ y, groups });
        expectPartition(folds, rows.length);
        for (const { train, test } of folds) {
          const trained = new Set(Array.from(train, (row) => groups[row]));
          expect(Array.from(test).filter((row) => trained.has(groups[row]))).toEqual([]);
        }
      }
    }),
    runs,
  );
});

test("TimeSeriesSplit: every training row comes before the gap, every test row after it, and test sets do not overlap", () => {
  const inputs = fc.record({
    nSplits: fc.integer({ min: 2, max: 6 }),
    n: fc.integer({ min: 30, max: 90 }),
    gap: fc.integer({ min: 0, max: 5 }),
    testSize: fc.integer({ min: 1, max: 4 }),
    maxTrainSize: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(inputs, ({ n, ...options }) => {
      const folds = new TimeSeriesSplit(options).split({ rows: n });
      let tested = 0;
      for (const { train, test } of folds) {
        expect(test.length).toBe(options.testSize);
        expect(train.length).toBeGreaterThan(0);
        expect(train.length).toBeLessThanOrEqual(options.maxTrainSize);
        expect((train.at(-1) ?? 0) + options.gap).toBe((test[0] ?? 0) - 1);
        expect(test[0]).toBeGreaterThanOrEqual(tested);
        tested = (test.at(-1) ?? 0) + 1;
      }
      expect(tested).toBe(n);
    }),
    runs,
  );
});

test("a seed gives the same folds at every call, none other ones", () => {
  const rows = { rows: 100 };
  const seeded = new KFold({ shuffle: true, randomState: 1 });
  expect(seeded.split(rows)).toEqual(seeded.split(rows));
  const random = new KFold({ shuffle: true });
  expect(random.split(rows)).not.toEqual(random.split(rows));
});

test("the number of rows comes from a table, from labels or from groups, and must be the same", () => {
  const x = table({ a: Float64Array.of(1, 2, 3, 4) });
  expect(new KFold({ nSplits: 2 }).split({ x })[0]?.test).toEqual(Uint32Array.of(0, 1));
  expect(new KFold({ nSplits: 2 }).split({ y: ["a", "b"] })[1]?.test).toEqual(Uint32Array.of(1));
  expect(() => new KFold().split({ x, y: [1, 2] })).toThrow(
    new ShapeError("KFold.split: found 4 of x, 2 of y. Expected the same number of rows for all."),
  );
  expect(() => new KFold().split({})).toThrow(ShapeError);
  expect(() => new KFold().split({ rows: 0 })).toThrow("KFold.split: found 0 rows, expected at least one.");
});

test("fewer rows, groups or rows of a class than folds are errors that say so", () => {
  expect(() => new KFold({ nSplits: 3 }).split({ rows: 2 })).toThrow(
    "nSplits: found 3, expected no more than the number of rows, 2.",
  );
  expect(() => new GroupKFold({ nSplits: 3 }).split({ groups: ["a", "b", "a", "b"] })).toThrow(
    "nSplits: found 3, expected no more than the number of groups, 2.",
  );
  expect(() => new StratifiedKFold({ nSplits: 3 }).split({ y: ["a", "b", "a", "b"] })).toThrow(
    "nSplits: found 3, expected no more than the rows of the most frequent class, 2.",
  );
  expect(() => new TimeSeriesSplit({ nSplits: 3, testSize: 2 }).split({ rows: 6 })).toThrow(
    InvalidParameterError,
  );
  expect(() => new TimeSeriesSplit({ nSplits: 3 }).split({ rows: 3 })).toThrow(InvalidParameterError);
});

test("a class with fewer rows than folds is a warning, and its rows are in different folds", () => {
  const warnings: string[] = [];
  const splitter = new StratifiedKFold({ nSplits: 3, onWarning: (warning) => warnings.push(warning) });
  const folds = splitter.split({ y: ["a", "b", "a", "b", "a"] });
  expect(warnings).toEqual([
    'StratifiedKFold: the rarest class, "b", has 2 row(s), fewer than the 3 folds: some folds are without it. ' +
      "Use fewer folds, or join rare classes.",
  ]);
  expect(folds.map(({ test }) => [...test].filter((row) => row % 2 === 1).length).sort()).toEqual([0, 1, 1]);
});

test("one class is divided as without stratification", () => {
  expect(
    new StratifiedKFold({ nSplits: 3 }).split({ y: new Uint8Array(7) }).map(({ test }) => test.length),
  ).toEqual([3, 2, 2]);
});

test("a continuous target cannot be stratified, and a group that is NaN is refused", () => {
  expect(() => new StratifiedKFold().split({ y: Float64Array.of(1, 2.5, 3, 4, 5) })).toThrow(
    "y: found 2.5, expected classes: texts or whole numbers. For a continuous target use KFold.",
  );
  expect(() => new GroupKFold({ nSplits: 2 }).split({ groups: [1, 2, Number.NaN] })).toThrow(NotFiniteError);
});

test.each([1, 2.5, Number.NaN])("nSplits of %s is refused", (nSplits) => {
  expect(() => new KFold({ nSplits })).toThrow(InvalidParameterError);
  expect(() => new TimeSeriesSplit({ nSplits })).toThrow(InvalidParameterError);
});

test("a seed without shuffling has no effect, which is an error, and so is a seed out of range", () => {
  expect(() => new KFold({ randomState: 3 })).toThrow(
    "randomState: found 3, expected none, because nothing is shuffled; set shuffle: true.",
  );
  expect(() => new GroupKFold({ shuffle: true, randomState: -1 })).toThrow(InvalidParameterError);
  expect(() => new TimeSeriesSplit({ gap: -1 })).toThrow(
    "gap: found -1, expected a whole number of at least 0.",
  );
  expect(() => new TimeSeriesSplit({ maxTrainSize: 0 })).toThrow(InvalidParameterError);
});

test("a splitter that needs labels or groups does not compile without them, and says so at run time", () => {
  expectTypeOf<{ rows: number }>().not.toExtend<Parameters<StratifiedKFold["split"]>[0]>();
  expectTypeOf<{ rows: number }>().not.toExtend<Parameters<GroupKFold["split"]>[0]>();
  const stratified: Splitter = new StratifiedKFold();
  const grouped: Splitter = new GroupKFold();
  expect(() => stratified.split({ rows: 10 })).toThrow("StratifiedKFold.split: expected y");
  expect(() => grouped.split({ rows: 10 })).toThrow("GroupKFold.split: expected groups");
});
