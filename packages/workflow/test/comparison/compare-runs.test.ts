import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, expectTypeOf, test } from "vitest";
import * as z from "zod";
import { compareRuns } from "../../src/comparison/compare-runs.js";
import {
  artifact,
  DefinitionError,
  defineComparison,
  defineStep,
  defineWorkflow,
  json,
  outputOf,
  parameter,
} from "../../src/index.js";
import { run } from "../local/run.js";

const numbers = json(z.array(z.number()));

const score = defineStep({
  name: "score",
  inputs: { rows: parameter(z.array(z.number()), [1, 2, 3]), factor: parameter(z.number(), 1) },
  outputs: { truth: artifact(numbers), scores: artifact(numbers), count: parameter(z.number()) },
  run: ({ rows, factor }) => ({
    truth: rows,
    scores: rows.map((row) => row * factor),
    count: rows.length,
  }),
});

const scoring = defineWorkflow({
  name: "scoring",
  parameters: { rows: score.inputs.rows, factor: score.inputs.factor },
  build: (dag, inputs) => dag.task(score, inputs),
});

const comparison = defineComparison({
  sameRows: [outputOf(score, "truth")],
  values: { scores: outputOf(score, "scores") },
  compare: (first, second) => {
    if ((second.scores[0] ?? 0) < 0) throw new Error("scores are negative");
    return [
      { name: "first score", difference: (second.scores[0] ?? 0) - (first.scores[0] ?? 0), test: "none" },
    ];
  },
  curve: { title: "Scores", xLabel: "row", yLabel: "score", of: ({ scores }) => ({ x: [0, 1], y: scores }) },
});

async function scored(parameters: { rows?: number[]; factor?: number } = {}) {
  return run(scoring, { parameters });
}

test("compares each run with the first one, and draws each", async () => {
  const runs = [await scored(), await scored({ factor: 3 }), await scored({ factor: 0.5 })];
  const [first, second, third] = runs.map((record) => record.run);
  expect(
    await compareRuns(
      comparison,
      runs.map(({ directory }) => directory),
    ),
  ).toEqual({
    pairs: [
      { run: second, against: first, differences: [{ name: "first score", difference: 2, test: "none" }] },
      { run: third, against: first, differences: [{ name: "first score", difference: -0.5, test: "none" }] },
    ],
    curves: [
      { run: first, x: [0, 1], y: [1, 2, 3] },
      { run: second, x: [0, 1], y: [3, 6, 9] },
      { run: third, x: [0, 1], y: [0.5, 1, 1.5] },
    ],
  });
});

test.for<[string, { rows?: number[]; factor?: number }, string]>([
  ["scored other rows", { rows: [1, 2] }, "the runs scored different rows: truth of score differs"],
  ["has values that the comparison refuses", { factor: -1 }, "scores are negative"],
])("a run that %s has a reason instead", async ([, parameters, reason]) => {
  const [first, second] = [await scored(), await scored(parameters)];
  const { pairs } = await compareRuns(comparison, [first.directory, second.directory]);
  expect(pairs).toEqual([{ run: second.run, against: first.run, reason }]);
});

test("a file that was changed or removed after its run is not compared", async () => {
  const [first, second] = [await scored(), await scored()];
  const file = join(second.directory, "score/scores.json");
  writeFileSync(file, "[9, 9, 9]\n");
  const changed = await compareRuns(comparison, [first.directory, second.directory]);
  expect(changed.pairs).toEqual([
    { run: second.run, against: first.run, reason: `${file} was changed after the run had written it` },
  ]);
  expect(changed.curves.map((curve) => curve.run)).toEqual([first.run]);
  rmSync(file);
  const { pairs } = await compareRuns(comparison, [first.directory, second.directory]);
  expect(pairs).toMatchObject([{ reason: expect.stringMatching(/scores\.json cannot be read: ENOENT/) }]);
});

test("a run of another workflow is not compared", async () => {
  const other = defineStep({ name: "other", inputs: {}, outputs: {}, run: () => ({}) });
  const first = await scored();
  const second = await run(defineWorkflow({ name: "others", build: (dag) => void dag.task(other, {}) }));
  const { pairs } = await compareRuns(comparison, [first.directory, second.directory]);
  expect(pairs).toEqual([
    { run: second.run, against: first.run, reason: `${second.run} has no output scores of score` },
  ]);
});

test("an output has the type that its codec reads, and a parameter is refused", () => {
  expectTypeOf(outputOf(score, "scores").port.payload).toEqualTypeOf<number[]>();
  // @ts-expect-error: a parameter
  expect(() => outputOf(score, "count")).toThrow(DefinitionError);
});
