import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { UnreachableError } from "../../../../../src/argo/client/server-error.js";
import type { Project } from "../../../../../src/cli/project/project.js";
import { exportMlflow } from "../../../../../src/cli/runs/export/mlflow/export-mlflow.js";
import { writeNotes } from "../../../../../src/history/run-notes.js";
import {
  artifact,
  defineModelExport,
  defineStep,
  defineWorkflow,
  json,
  metric,
  outputOf,
  parameter,
  UserError,
} from "../../../../../src/index.js";
import { run } from "../../../../local/run.js";
import { startFakeMlflow } from "./fake-mlflow.js";

const train = defineStep({
  name: "train",
  inputs: {
    C: parameter(z.number(), 1),
    note: parameter(z.string(), ""),
    columns: parameter(z.array(z.string()), []),
    fails: parameter(z.boolean(), false),
  },
  outputs: {
    auc: metric("maximize"),
    model: artifact(json(z.array(z.number()))),
    metrics: artifact(json(z.object({}).catchall(z.unknown()))),
  },
  run({ C, fails }) {
    if (fails) throw new UserError("the table is empty");
    const interval = { low: 0.7, high: 0.9 };
    return { auc: 0.8, model: [C], metrics: { auc: { value: 0.8, interval }, "f1[a]": { value: 0.5 } } };
  },
});
const training = defineWorkflow({
  name: "training",
  parameters: { ...train.inputs },
  build: (dag, inputs) => dag.task(train, inputs),
});
const modelExport = defineModelExport({
  model: outputOf(train, "model"),
  toOnnx: (model) => ({
    bytes: Uint8Array.from(model),
    inputs: [
      { name: "age", type: "double" },
      { name: "job", type: "string" },
    ],
    outputs: [
      { name: "probability", type: "double" },
      { name: "class", type: "int64" },
    ],
  }),
});
const project: Project = { workflows: [training], modelExport };

const printed = vi.spyOn(console, "log").mockImplementation(() => {});
afterEach(() => printed.mockClear());

/** Exports a run of that directory to that server. */
function exporting(directory: string, url: string, of: Project = project): Promise<void> {
  return exportMlflow(of, dirname(directory), directory, url, {});
}

test("parameters, metrics, tags, files and the model are there, and the run has ended", async () => {
  const record = await run(training, { parameters: { C: 3, columns: ["a", "b"] } });
  writeNotes(record.directory, { note: "the best one", tags: ["paper", "v1"] });
  const server = await startFakeMlflow();

  await exporting(record.directory, server.url);

  const { name, status, start, end, params, metrics, tags } = server.run;
  expect([...server.experiments.keys()]).toEqual(["training"]);
  expect({ name, status, start, end }).toEqual({
    name: record.run,
    status: "FINISHED",
    start: Date.parse(record.startedAt),
    end: Date.parse(record.finishedAt ?? ""),
  });
  expect(Object.fromEntries(params)).toEqual({ C: "3", note: "", columns: '["a","b"]', fails: "false" });
  expect(
    metrics.map(({ key, value, timestamp, step }) => [key, value, timestamp - (end ?? 0), step]),
  ).toEqual([
    ["auc", 0.8, 0, 0],
    ["auc_low", 0.7, 0, 0],
    ["auc_high", 0.9, 0, 0],
    ["f1_a_", 0.5, 0, 0],
  ]);
  expect(Object.fromEntries(tags)).toMatchObject({
    "mlflow.note.content": "the best one",
    "mlflow.source.name": "training",
    "tiphys.run": record.run,
    "tiphys.phase": "Succeeded",
    "tiphys.tags": "paper, v1",
  });
  expect(server.fileNames).toEqual([
    "model/MLmodel",
    "model/code/tiphys_onnx.py",
    "model/model.onnx",
    "model/python_env.yaml",
    "model/requirements.txt",
    "run.json",
    "train/metrics.json",
    "train/model.json",
  ]);
  expect(printed.mock.calls).toEqual([
    [`${record.run} was sent, with 8 files: ${server.url}/#/experiments/0/runs/run0`],
  ]);
});

test("the model has a signature with its columns, of any type", async () => {
  const record = await run(training, { parameters: { C: 3 } });
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);

  const file = (path: string) => server.files.get(`0/run0/artifacts/model/${path}`);
  const { run_id, signature, flavors } = parse(String(file("MLmodel")));
  expect(run_id).toBe("run0");
  expect(JSON.parse(signature.inputs)).toEqual([
    { type: "any", name: "age", required: true },
    { type: "any", name: "job", required: true },
  ]);
  expect(JSON.parse(signature.outputs)).toEqual([
    { type: "double", name: "probability", required: true },
    { type: "long", name: "class", required: true },
  ]);
  expect(flavors.python_function).toMatchObject({
    loader_module: "tiphys_onnx",
    code: "code",
    data: "model.onnx",
  });
  expect([...(file("model.onnx") ?? [])]).toEqual([3]);
  // By this tag MLflow's pages show the model, and offer to register it.
  const [entry] = JSON.parse(server.run.tags.get("mlflow.log-model.history") ?? "[]");
  expect(entry).toMatchObject({ artifact_path: "model", run_id: "run0", flavors: { onnx: {} } });
});

test("exporting again makes no second run and no second value; note and tags are as they are now", async () => {
  const record = await run(training);
  const server = await startFakeMlflow();
  writeNotes(record.directory, { note: "first", tags: ["draft"] });
  await exporting(record.directory, server.url);
  const before = server.run.metrics.length;

  writeNotes(record.directory, { tags: ["final"] });
  await exporting(record.directory, server.url);

  expect(server.run.metrics).toHaveLength(before);
  expect(server.run.tags.has("mlflow.note.content")).toBe(false);
  expect(server.run.tags.get("tiphys.tags")).toBe("final");
  expect(server.run.status).toBe("FINISHED");
  expect(printed.mock.lastCall?.[0]).toContain(`${record.run} was updated, with 8 files: `);
});

test(
  "an export that is stopped at any request is whole after the next one, without a duplicate",
  { timeout: 60_000 },
  async () => {
    const record = await run(training);
    const whole = await startFakeMlflow();
    await exporting(record.directory, whole.url);
    expect(whole.requests).toBe(17);

    for (let stopped = 1; stopped <= whole.requests; stopped++) {
      const server = await startFakeMlflow({
        intercept: (_request, count) => (count === stopped ? (response) => response.destroy() : undefined),
      });
      await expect(exporting(record.directory, server.url)).rejects.toThrow(UnreachableError);
      if (server.runs.size > 0) expect(server.run.status).toBe("RUNNING");
      await exporting(record.directory, server.url);
      expect(server.run).toEqual(whole.run);
      expect(server.files).toEqual(whole.files);
    }
  },
);

test("a failed run is sent as failed, with the files that it has and without metrics and model", async () => {
  const record = await run(training, { parameters: { fails: true } });
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);
  expect(server.run).toMatchObject({ status: "FAILED", metrics: [] });
  expect(server.run.tags.get("tiphys.phase")).toBe("Failed");
  expect(server.fileNames).toEqual(["run.json"]);
});

test.each([
  ["killed", 2 ** 22 + 1, "KILLED"],
  ["still running", process.pid, "RUNNING"],
])("a run that is %s is sent as such, without an end", async (_case, pid, status) => {
  const record = await run(training);
  const path = join(record.directory, "run.json");
  const { finishedAt: _, ...rest } = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...rest, phase: "Running", pid }));
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);
  expect(server.run).toMatchObject({ status, end: undefined });
});

test("a project that does not write its model is sent without it", async () => {
  const record = await run(training);
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url, { workflows: [training] });
  expect(server.fileNames).toEqual(["run.json", "train/metrics.json", "train/model.json"]);
});

test("a run whose model cannot be written is sent without it, and the reason is shown", async () => {
  const record = await run(training);
  const server = await startFakeMlflow();
  const toOnnx = () => {
    throw new UserError("Boosted trees cannot be written as ONNX.");
  };
  const shown = vi.spyOn(console, "error").mockImplementation(() => {});
  await exporting(record.directory, server.url, { ...project, modelExport: { ...modelExport, toOnnx } });
  expect(shown.mock.calls).toEqual([["Its model was not sent: Boosted trees cannot be written as ONNX."]]);
  shown.mockRestore();
  expect(server.run.status).toBe("FINISHED");
  expect(server.fileNames).toEqual(["run.json", "train/metrics.json", "train/model.json"]);
});

test("a model that was changed after the run is refused", async () => {
  const record = await run(training);
  writeFileSync(join(record.directory, "train/model.json"), "[2]");
  const server = await startFakeMlflow();
  await expect(exporting(record.directory, server.url)).rejects.toThrow(
    "was changed after the run had written it",
  );
  expect(server.requests).toBe(0);
});

test("metrics whose file was removed are left out, other files are sent", async () => {
  const record = await run(training);
  rmSync(join(record.directory, "train/metrics.json"));
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);
  expect(server.run.metrics.map(({ key }) => key)).toEqual(["auc"]);
  expect(server.fileNames).not.toContain("train/metrics.json");
});

test("a long parameter and a long note are cut off, not in the middle of a character", async () => {
  const record = await run(training, { parameters: { note: `${"x".repeat(5998)}🐟🐟` } });
  writeNotes(record.directory, { note: "y".repeat(9000), tags: [] });
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);
  expect(server.run.params.get("note")).toBe(`${"x".repeat(5998)}…`);
  expect(server.run.tags.get("mlflow.note.content")).toBe(`${"y".repeat(4999)}…`);
});

test("a hundred parameters come in several requests", async () => {
  const names = Array.from({ length: 120 }, (_, i) => `p${i}`);
  const parameters = Object.fromEntries(names.map((name) => [name, parameter(z.int(), 7)]));
  const many = defineWorkflow({
    name: "many",
    parameters,
    build: (dag) => ({ auc: dag.task(train, {}).auc }),
  });
  const record = await run(many);
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url, { workflows: [many] });
  expect([...server.run.params.keys()]).toEqual(names);
});

test("an address with a password in a parameter is sent without it", async () => {
  const record = await run(training, { parameters: { note: "see s3://ann:sesame@host/bucket" } });
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);
  expect(server.run.params.get("note")).toBe("see s3://***@host/bucket");
  expect(String(server.files.get("0/run0/artifacts/run.json"))).not.toContain("sesame");
});

test.each([
  "s3://bucket/mlflow",
  "file:///srv/mlruns",
  "mlflow-artifacts://other.example/0",
  "mlflow-artifacts:/0/../1",
])("files are not sent if they would go to %s; the rest is", async (artifactRoot) => {
  const record = await run(training);
  const server = await startFakeMlflow({ artifactRoot });
  const failing = exporting(record.directory, server.url);
  await expect(failing).rejects.toThrow(UserError);
  await expect(failing).rejects.toThrow(
    `they would go to ${artifactRoot}/run0/artifacts, which the server gives no access to. Start the server with --serve-artifacts, rename this experiment, whose files stay where they are (mlflow experiments rename --experiment-id 0 --new-name NAME), and export again.`,
  );
  expect(server.run).toMatchObject({ status: "FINISHED" });
  expect(server.run.params.get("C")).toBe("1");
  expect(server.files.size).toBe(0);
});

test("an experiment that was deleted on the server is an error that says how to restore or remove it", async () => {
  const record = await run(training);
  const server = await startFakeMlflow({ lifecycleStage: "deleted" });
  server.experiments.set("training", "7");
  await expect(exporting(record.directory, server.url)).rejects.toThrow(
    "The experiment training cannot be opened: it was deleted on the server. Restore it (mlflow experiments restore --experiment-id 7), or delete it for good (mlflow gc --experiment-ids 7).",
  );
});

test("control characters of the server are not printed", async () => {
  const record = await run(training);
  const server = await startFakeMlflow();
  server.experiments.set("training", "1\u001b[2J\n2");
  await exporting(record.directory, server.url);
  expect(printed.mock.lastCall?.[0]).toMatch(/\/#\/experiments\/1%1B%5B2J%0A2\/runs\/run0$/);

  const deleted = await startFakeMlflow({ lifecycleStage: "deleted" });
  deleted.experiments.set("training", "1\u001b[2J");
  await expect(exporting(record.directory, deleted.url)).rejects.toThrow("--experiment-id 1␛[2J)");
});

test("a metric that is called as the end of another's interval keeps its name and value", async () => {
  const metrics = {
    auc_low: { value: 0.1 },
    auc: { value: 0.8, interval: { low: 0.7, high: 0.9 } },
    auc_high: { value: 0.2 },
  };
  const record = await run(training);
  writeFileSync(join(record.directory, "train/metrics.json"), JSON.stringify(metrics));
  const server = await startFakeMlflow();
  await exporting(record.directory, server.url);
  expect(Object.fromEntries(server.run.metrics.map(({ key, value }) => [key, value]))).toEqual({
    auc: 0.8,
    auc_low: 0.1,
    auc_high: 0.2,
    auc_low_2: 0.7,
    auc_high_2: 0.9,
  });
});

test("an experiment that another export has just created is used", async () => {
  const record = await run(training);
  const server = await startFakeMlflow({
    intercept(request) {
      if (!request.path.endsWith("/experiments/create") || server.experiments.has("training"))
        return undefined;
      server.experiments.set("training", "0");
      return { status: 400, json: { error_code: "RESOURCE_ALREADY_EXISTS", message: "It exists." } };
    },
  });
  await exporting(record.directory, server.url);
  expect(server.run.status).toBe("FINISHED");
});
