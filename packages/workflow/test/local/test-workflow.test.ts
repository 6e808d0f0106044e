import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, expectTypeOf, test, vi } from "vitest";
import * as z from "zod";
import {
  artifact,
  ContractError,
  defineStep,
  defineWorkflow,
  json,
  mockStep,
  parameter,
  testWorkflow,
} from "../../src/index.js";
import { tempDir } from "../temp-dir.js";

const load = defineStep({
  name: "load",
  inputs: { size: parameter(z.int()) },
  outputs: { rows: artifact(json(z.array(z.number()))) },
  run: (): { rows: number[] } => {
    throw new Error("the network is away");
  },
});
const fit = defineStep({
  name: "fit",
  inputs: { rows: artifact(json(z.array(z.number()))), weight: parameter(z.number(), 1) },
  outputs: { mean: parameter(z.number()), model: artifact(json(z.object({ sum: z.number() }))) },
  run({ rows, weight }) {
    const sum = rows.reduce((a, b) => a + b, 0) * weight;
    return { mean: sum / rows.length, model: { sum } };
  },
});
const inner = defineWorkflow({
  name: "inner",
  parameters: { size: parameter(z.int()) },
  build: (dag, { size }) => dag.task(load, { size }),
});
const train = defineWorkflow({
  name: "train",
  parameters: { size: parameter(z.int(), 3), weights: parameter(z.array(z.number()), [1, 2]) },
  build(dag, { size, weights }) {
    const { rows } = dag.task(inner, { size });
    const { mean, model } = dag.task(fit, { rows });
    const weighted = dag.map(fit, weights, (weight) => ({ rows, weight }), { name: "weighted" });
    return { mean, model, means: weighted.mean };
  },
});
const load3 = mockStep(load, ({ size }) => ({ rows: Array.from({ length: size }, (_, i) => i) }));

const temp = tempDir();

beforeAll(() => {
  vi.stubEnv("TMPDIR", temp);
});

afterAll(() => {
  vi.unstubAllEnvs();
});

test("runs the DAG with a step of a nested workflow replaced, and gives the outputs' values", async () => {
  const { outputs, phases } = await testWorkflow(train, { parameters: { size: 4 }, mocks: { load: load3 } });

  expectTypeOf(outputs.mean).toEqualTypeOf<number>();
  expect(outputs).toEqual({ mean: 1.5, model: { sum: 6 }, means: [1.5, 3] });
  expect(phases).toEqual({
    inner: "Succeeded",
    "inner/load": "Succeeded",
    fit: "Succeeded",
    weighted: "Succeeded",
    "weighted/0": "Succeeded",
    "weighted/1": "Succeeded",
  });
  expect(readdirSync(temp)).toEqual([]);
});

test("fails with the task's message, and leaves no files either", async () => {
  await expect(testWorkflow(train)).rejects.toThrow(
    /^inner\/load: the network is away \(at .*test-workflow\.test\.ts:\d+:\d+\)$/,
  );

  expect(readdirSync(temp)).toEqual([]);
});

test("a mock may fail as a step does", async () => {
  const mocks = {
    load: () => {
      throw new ContractError("no such rows");
    },
  };

  await expect(testWorkflow(train, { mocks })).rejects.toThrow("inner/load: no such rows (exit code 65)");
});

test("what a mock returns is checked like the step's outputs", async () => {
  const mocks = { load: () => ({ rows: ["a"] }) };

  await expect(testWorkflow(train, { mocks })).rejects.toThrow(/^inner\/load: output "rows":/);
});

test("refuses a mock of a task that does not exist", async () => {
  await expect(testWorkflow(train, { mocks: { load: load3, fitt: () => ({}) } })).rejects.toThrow(
    'train has no task "fitt" to mock. Did you mean "fit"?',
  );
});

test("the workflow itself stays as it is", async () => {
  await testWorkflow(train, { mocks: { load: load3 } });

  await expect(testWorkflow(train)).rejects.toThrow("the network is away");
});
