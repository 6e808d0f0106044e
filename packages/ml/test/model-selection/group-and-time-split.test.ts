import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { InvalidParameterError, NotFiniteError, ShapeError, trainTestSplitIndices } from "../../src/index.js";

const parts = { train: z.array(z.int()), test: z.array(z.int()) };
const reference = z
  .object({
    "scikit-learn": z.literal("1.9.1"),
    groups: z.array(
      z.object({
        groups: z.union([z.array(z.number()), z.array(z.string())]),
        options: z.object({
          test_size: z.number().optional(),
          train_size: z.number().optional(),
          random_state: z.int(),
        }),
        ...parts,
      }),
    ),
    times: z.array(z.object({ times: z.array(z.number()), test_size: z.number(), ...parts })),
  })
  .parse(JSON.parse(readFileSync(new URL("../fixtures/sklearn-group-split.json", import.meta.url), "utf8")));

test.each(reference.groups)(
  "splits groups as scikit-learn's GroupShuffleSplit does with $options",
  (given) => {
    const { groups, options, train, test } = given;
    const { test_size: testSize, train_size: trainSize, random_state: randomState } = options;

    const found = trainTestSplitIndices(groups.length, {
      groups,
      randomState,
      ...(testSize === undefined ? {} : { testSize }),
      ...(trainSize === undefined ? {} : { trainSize }),
    });

    expect({ train: [...found.train], test: [...found.test] }).toEqual({ train, test });
  },
);

test.each(reference.times)(
  "splits as scikit-learn does without shuffling rows that are sorted by time",
  (given) => {
    const { times, test_size: testSize, train, test } = given;
    const found = trainTestSplitIndices(times.length, { times, testSize });
    expect({ train: [...found.train], test: [...found.test] }).toEqual({ train, test });
  },
);

test("no group is on both sides, and every row is on one", () => {
  const groups = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(groups, fc.integer({ min: 0, max: 2 ** 32 - 1 }), (each, randomState) => {
      fc.pre(new Set(each).size > 1);
      const { train, test } = trainTestSplitIndices(each.length, { groups: each, randomState });

      expect([...train, ...test].sort((a, b) => a - b)).toEqual(each.map((_, row) => row));
      const tested = new Set(Array.from(test, (row) => each[row]));
      expect(Array.from(train, (row) => each[row]).filter((group) => tested.has(group))).toEqual([]);
    }),
    { seed: 17 },
  );
});

test("every training row is older than every test row, and there are at least testSize of these", () => {
  const times = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(times, fc.double({ min: 0.05, max: 0.9 }), (each, testSize) => {
      fc.pre(Math.ceil(testSize * each.length) < each.length);
      const least = Math.ceil(testSize * each.length);
      const border = [...each].sort((a, b) => a - b)[each.length - least] ?? 0;
      if (each.every((time) => time >= border)) {
        expect(() => trainTestSplitIndices(each.length, { times: each, testSize })).toThrow(ShapeError);
        return;
      }
      const { train, test } = trainTestSplitIndices(each.length, { times: each, testSize });

      expect([...train, ...test].sort((a, b) => a - b)).toEqual(each.map((_, row) => row));
      expect(test.length).toBeGreaterThanOrEqual(least);
      const oldest = Math.min(...Array.from(test, (row) => each[row] ?? 0));
      expect(Array.from(train, (row) => each[row] ?? 0).filter((time) => time >= oldest)).toEqual([]);
    }),
    { seed: 18 },
  );
});

test("rows of the time at the border are test rows", () => {
  const { train, test } = trainTestSplitIndices(6, { times: [3, 1, 2, 2, 2, 1], testSize: 2 });
  expect([[...train], [...test]]).toEqual([
    [1, 5],
    [0, 2, 3, 4],
  ]);
});

test.each<[Parameters<typeof trainTestSplitIndices>[1], string]>([
  [{ groups: [1, 2, 2], stratify: [0, 1, 1] }, "stratify: found together with groups"],
  [{ groups: [1, 2, 2], times: [0, 1, 1] }, "groups: found together with times"],
  [{ times: [1, 2, 2], shuffle: false }, "times: found together with shuffle: false"],
  [{ times: [1, 2, 3], trainSize: 2 }, "trainSize: found 2"],
  [{ groups: [1, 2] }, "groups has 2 labels for 3 rows"],
  [{ times: [1, 2] }, "times has 2 labels for 3 rows"],
  [
    { groups: [1, 1, 1] },
    "Of 1 group(s), 1 would go to the test set and none would be left to train on. Reduce testSize or use more groups.",
  ],
  [
    { groups: [1, 1, 2], testSize: 2 },
    "found 2, expected a fraction between 0 and 1, or a number of groups from 1 to 1 (there are 2 groups)",
  ],
  [
    { groups: [1, 2, 3], testSize: 2, trainSize: 2 },
    "found 2 and 2, 4 groups together, expected no more than the 3 groups there are",
  ],
  [{ times: [1, 1, 1] }, "no row is older than 1"],
])("refuses %j", (options, message) => {
  const split = (): unknown => trainTestSplitIndices(3, options);
  expect(split).toThrow(message);
  expect(split).toThrow(message.includes("found") ? InvalidParameterError : ShapeError);
});

test("names the row of a time or a group that is not finite", () => {
  for (const option of ["times", "groups"]) {
    expect(() => trainTestSplitIndices(3, { [option]: [1, Number.NaN, 2] })).toThrow(NotFiniteError);
    expect(() => trainTestSplitIndices(3, { [option]: [1, Number.NaN, 2] })).toThrow("row 2");
  }
});
