import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { json } from "../../src/codecs/json.js";
import { artifact, metric, parameter } from "../../src/definition/port.js";
import { defineStep } from "../../src/definition/step.js";
import { defineWorkflow } from "../../src/definition/workflow.js";
import { listRuns } from "../../src/history/list-runs.js";
import { writeNotes } from "../../src/history/run-notes.js";
import { tempDir } from "../temp-dir.js";
import { writeRun } from "./stored-runs.js";

const train = defineStep({
  name: "train",
  inputs: { C: parameter(z.number()), code: parameter(z.string()) },
  outputs: {
    name: parameter(z.string()),
    loss: metric("minimize"),
    rows: parameter(z.int()),
    auc: metric("maximize", { entry: "rocAuc" }),
    metrics: artifact(json(z.object({}))),
  },
  run: () => ({ name: "1", loss: 0.5, rows: 10, auc: 0.75, metrics: {} }),
});
const inner = defineWorkflow({
  name: "inner",
  parameters: { C: train.inputs.C, code: train.inputs.code },
  build: (dag, inputs) => dag.task(train, inputs),
});
const training = defineWorkflow({
  name: "training",
  parameters: {
    C: parameter(z.number(), 1),
    code: parameter(z.string(), "7"),
    flag: parameter(z.boolean(), false),
  },
  build: (dag, { C, code }) => dag.task(inner, { C, code }),
});

const stored = (path: string) => ({ path, sha256: "abc", bytes: 100 });

/** A runs directory with one run, as the workflow would have left it. */
function oneRun(): string {
  const runs = tempDir();
  const directory = writeRun(runs, "training-1", {
    inputs: {
      parameters: { C: "0.1", code: "42", flag: "true", gone: "[1,2]" },
      artifacts: { dataset: stored("/data/d.csv"), parts: [stored("/p/0.csv"), stored("/p/1.csv")] },
    },
    outputs: {
      parameters: { name: "1", loss: "0.5", rows: "10", auc: "0.75" },
      artifacts: { metrics: stored("m.json"), model: { ...stored("model.json"), bytes: 1e9 } },
    },
  });
  const interval = { low: 0.7, high: 0.8 };
  writeFileSync(
    join(directory, "m.json"),
    JSON.stringify({ formatVersion: 1, rocAuc: { value: 0.75, interval }, f1: { value: 0.6 } }),
  );
  return runs;
}

test("values have the types of the workflow's definition, and metrics their directions and intervals", () => {
  const [run] = listRuns(oneRun(), { workflows: [training] });

  expect(run).toMatchObject({
    name: "training-1",
    phase: "Succeeded",
    durationSeconds: 1.5,
    parameters: { C: 0.1, code: "42", flag: true, gone: [1, 2] },
    changedParameters: { C: 0.1, code: "42", flag: true, gone: [1, 2] },
    inputs: {
      dataset: [{ path: "/data/d.csv", sha256: "abc" }],
      parts: [
        { path: "/p/0.csv", sha256: "abc" },
        { path: "/p/1.csv", sha256: "abc" },
      ],
    },
    tasks: [{ id: "train", phase: "Succeeded", template: "train", durationSeconds: 1 }],
    tags: [],
  });
  expect(Object.entries(run?.metrics ?? {})).toEqual([
    ["loss", { value: 0.5, direction: "minimize" }],
    ["auc", { value: 0.75, direction: "maximize", interval: { low: 0.7, high: 0.8 } }],
    ["rows", { value: 10 }],
    ["f1", { value: 0.6 }],
  ]);
});

test("a password in an address is not listed", () => {
  const runs = tempDir();
  writeRun(runs, "a", { inputs: { parameters: { code: "postgres://me:hunter2@db/x" }, artifacts: {} } });

  expect(listRuns(runs, { workflows: [training] })[0]?.parameters).toEqual({ code: "postgres://***@db/x" });
});

test("a parameter with its default is not changed", () => {
  const runs = tempDir();
  writeRun(runs, "a", { inputs: { parameters: { C: "1", code: "7", flag: "true" }, artifacts: {} } });

  expect(listRuns(runs, { workflows: [training] })[0]?.changedParameters).toEqual({ flag: true });
});

test("of a workflow that the project does not have, numbers are numbers, and what differs counts as changed", () => {
  const runs = tempDir();
  writeRun(runs, "a", { inputs: { parameters: { C: "1", kind: "x" }, artifacts: {} } });
  writeRun(runs, "b", { inputs: { parameters: { C: "2", kind: "x" }, artifacts: {} } });

  expect(listRuns(runs).map(({ parameters, changedParameters }) => [parameters, changedParameters])).toEqual([
    [{ C: 2, kind: "x" }, { C: 2 }],
    [{ C: 1, kind: "x" }, { C: 1 }],
  ]);
});

test("the newest run is first; links, hidden folders and folders without a record are no runs", () => {
  const runs = tempDir();
  writeRun(runs, "old", { startedAt: "2026-01-01T00:00:00.000Z" });
  writeRun(runs, "new", { startedAt: "2026-01-02T00:00:00.000Z" });
  writeRun(runs, ".removed.part");
  mkdirSync(join(runs, "step-train"));
  symlinkSync("old", join(runs, "latest"));

  expect(listRuns(runs).map(({ name }) => name)).toEqual(["new", "old"]);
  expect(listRuns(join(runs, "none"))).toEqual([]);
});

test("a run whose process was killed is interrupted, one whose process runs is not", () => {
  const runs = tempDir();
  const { finishedAt: _, ...running } = { phase: "Running" as const, finishedAt: undefined };
  const killed = writeRun(runs, "killed", { ...running, pid: 2 ** 30 });
  writeRun(runs, "running", { ...running, pid: process.pid });
  for (const name of ["killed", "running"]) {
    const path = join(runs, name, "run.json");
    const { finishedAt: _end, ...record } = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify(record));
  }

  const found = listRuns(runs).map(({ name, phase, durationSeconds, message }) => ({
    name,
    phase,
    durationSeconds,
    message,
  }));
  expect(found).toEqual([
    { name: "running", phase: "Running", durationSeconds: undefined, message: undefined },
    {
      name: "killed",
      phase: "Interrupted",
      durationSeconds: undefined,
      message: `process ${2 ** 30} ended before the run did`,
    },
  ]);
  expect(killed).toBe(join(runs, "killed"));
});

test("a record that cannot be read is skipped with one line, and so are broken notes", () => {
  const runs = tempDir();
  for (const [name, text] of [
    ["broken", '{ "formatVersion": 1, "run'],
    ["future", '{ "formatVersion": 2 }'],
    ["other", '{ "name": "x" }'],
  ] as const) {
    mkdirSync(join(runs, name));
    writeFileSync(join(runs, name, "run.json"), text);
  }
  const good = writeRun(runs, "good");
  writeFileSync(join(good, "notes.json"), "[]");
  const skipped: string[] = [];

  const names = listRuns(runs, { onSkipped: (line) => skipped.push(line) }).map(({ name }) => name);

  expect(names).toEqual(["good"]);
  expect(skipped.sort()).toEqual([
    `${runs}/broken/run.json is not JSON.`,
    `${runs}/future/run.json has format version 2, expected 1. Read it with the version of the engine that wrote it.`,
    `${runs}/good/notes.json: expected { "note": "text", "tags": ["name"] }. Correct it, or remove the file.`,
    `${runs}/other/run.json is not the record of a run.`,
  ]);
});

test("a record as cp writes it is listed", () => {
  const runs = tempDir();
  writeRun(runs, "train-x7k2p", {
    code: { node: "unknown", platform: "argo" },
    startedAt: "2026-01-02T03:04:05Z",
  });

  expect(listRuns(runs)[0]).toMatchObject({
    name: "train-x7k2p",
    code: { node: "unknown", platform: "argo" },
    startedAt: "2026-01-02T03:04:05Z",
  });
});

test("notes and tags are beside the record", () => {
  const runs = tempDir();
  writeNotes(writeRun(runs, "a"), { note: "größer\n模型", tags: ["baseline"] });

  expect(listRuns(runs)[0]).toMatchObject({ note: "größer\n模型", tags: ["baseline"] });
});

test("what is known of many runs is read again only where a record has changed, and again if the cache is damaged", () => {
  const runs = tempDir();
  for (let i = 0; i < 100; i++) writeRun(runs, `run-${i}`);
  const cache = join(runs, ".summaries.json");
  const first = listRuns(runs);
  const { mtimeMs } = statSync(cache);

  expect(listRuns(runs)).toEqual(first);
  expect(statSync(cache).mtimeMs).toBe(mtimeMs);

  writeRun(runs, "run-7", { phase: "Failed" });
  rmSync(join(runs, "run-8"), { recursive: true });
  writeRun(runs, "run-100");
  const second = listRuns(runs);
  expect(second).toHaveLength(100);
  expect(second.filter(({ phase }) => phase === "Failed").map(({ name }) => name)).toEqual(["run-7"]);

  writeFileSync(cache, readFileSync(cache, "utf8").replace('"Failed"', '"Failex"'));
  utimesSync(cache, 1, 1);
  expect(listRuns(runs)).toEqual(second);
});
