import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import * as z from "zod";
import { json } from "../../src/codecs/json.js";
import { artifact, newestOutput } from "../../src/definition/port.js";
import { defineStep } from "../../src/definition/step.js";
import { defineWorkflow } from "../../src/definition/workflow.js";
import { findNewestOutput } from "../../src/local/newest-output.js";
import { runWorkflow } from "../../src/local/run-workflow.js";
import { tempDir } from "../temp-dir.js";

const number = json(z.number());
const make = defineStep({
  name: "make",
  inputs: {},
  outputs: { model: artifact(number), other: artifact(number) },
  run: () => ({ model: 7, other: 8 }),
});
const training = defineWorkflow({ name: "training", build: (dag) => ({ ...dag.task(make, {}) }) });
const double = defineStep({
  name: "double",
  inputs: { model: artifact(number) },
  outputs: { doubled: artifact(number) },
  run: ({ model }) => ({ doubled: 2 * model }),
});
const using = defineWorkflow({
  name: "using",
  artifacts: { model: newestOutput(training, "model", { key: "models/model.json" }) },
  build: (dag, { model }) => ({ ...dag.task(double, { model }) }),
});

let runs: string;
beforeEach(() => {
  runs = tempDir("runs-");
});

const model = { workflow: "training", output: "model" };

/** Writes a run's record by hand, and its model. */
function addRun(name: string, changes: object = {}): string {
  const directory = join(runs, name);
  mkdirSync(join(directory, "make"), { recursive: true });
  writeFileSync(join(directory, "make/model.json"), "1");
  const record = {
    workflow: "training",
    phase: "Succeeded",
    startedAt: "2026-01-01T00:00:00.000Z",
    outputs: { parameters: {}, artifacts: { model: { path: "make/model.json", sha256: "", bytes: 1 } } },
    ...changes,
  };
  writeFileSync(join(directory, "run.json"), JSON.stringify(record));
  return join(directory, "make/model.json");
}

test("finds the output of the run that started last, whatever the names of the runs", () => {
  addRun("z", { startedAt: "2026-01-02T00:00:00.000Z" });
  const newest = addRun("a", { startedAt: "2026-01-03T00:00:00.000Z" });
  symlinkSync("z", join(runs, "latest"));

  expect(findNewestOutput(runs, model)).toBe(newest);
});

test("passes over failed runs, other workflows, removed files, runs without the output, and folders that are no runs", () => {
  const good = addRun("good");
  const later = { startedAt: "2026-01-02T00:00:00.000Z" };
  addRun("failed", { ...later, phase: "Failed" });
  addRun("running", { ...later, phase: "Running" });
  addRun("other", { ...later, workflow: "another" });
  addRun("without", { ...later, outputs: { parameters: {}, artifacts: {} } });
  rmSync(addRun("removed", later));
  mkdirSync(join(runs, ".cache"));
  mkdirSync(join(runs, "broken"));
  writeFileSync(join(runs, "broken/run.json"), "{");

  expect(findNewestOutput(runs, model)).toBe(good);
  expect(findNewestOutput(runs, { ...model, output: "other" })).toBeUndefined();
  expect(findNewestOutput(join(runs, "nowhere"), model)).toBeUndefined();
});

test("a workflow takes the newest output, or a file that is set, and says what to do if there is none", async () => {
  await expect(runWorkflow(using, { runs })).rejects.toThrow(
    `artifact "model": ${runs} has no succeeded run of training with the output "model". Run it first: npx --no tiphys run training. Or name a file: --set model=PATH`,
  );

  const trained = await runWorkflow(training, { runs });
  const used = await runWorkflow(using, { runs });
  expect(used.phase).toBe("Succeeded");
  expect(used.inputs.artifacts.model).toMatchObject({ path: join(trained.directory, "make/model.json") });

  const chosen = await runWorkflow(using, {
    runs,
    set: { model: join(trained.directory, "make/other.json") },
  });
  expect(chosen.inputs.artifacts.model).toMatchObject({ path: join(trained.directory, "make/other.json") });
});

test("an output that the workflow does not have is refused by the compiler, and when it is declared", () => {
  // @ts-expect-error "modle" is no output of the workflow
  expect(() => newestOutput(training, "modle", { key: "k" })).toThrow(
    'training has no output artifact "modle".',
  );
});
