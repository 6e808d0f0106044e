import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { inputsFromRun } from "../../../src/cli/step/inputs-from-run.js";
import { UsageError } from "../../../src/definition/errors.js";
import type { RecordedValues, TaskRecord } from "../../../src/local/run-record.js";
import { tempDir } from "../fixture-project.js";
import { runRecord, taskRecord } from "../records.js";
import { train } from "../sample-workflow.js";

/** A runs directory with one run, `first`, to which `latest` points. */
function runsWith(tasks: TaskRecord[], exit: TaskRecord[] = []): string {
  const runs = tempDir();
  const directory = join(runs, "first");
  mkdirSync(directory);
  const record = runRecord(tasks, { run: "first", directory, exit });
  writeFileSync(join(directory, "run.json"), JSON.stringify(record));
  symlinkSync("first", join(runs, "latest"));
  return runs;
}

function inputs(parameters: Record<string, string>): RecordedValues {
  return { parameters, artifacts: {} };
}

test("returns parameters, artifacts and lists of artifacts with absolute paths", () => {
  const stored = (path: string) => ({ path, sha256: "", bytes: 0 });
  const runs = runsWith([
    taskRecord("train", {
      inputs: {
        parameters: { name: "a" },
        artifacts: {
          inside: stored("load/rows.arrow"),
          outside: stored("/data/d.csv"),
          list: [stored("m/0.json"), stored("m/1.json")],
        },
      },
    }),
  ]);

  expect(inputsFromRun(runs, "first", train, undefined)).toMatchObject({
    parameters: { name: "a" },
    artifacts: {
      inside: join(runs, "first/load/rows.arrow"),
      outside: "/data/d.csv",
      list: [join(runs, "first/m/0.json"), join(runs, "first/m/1.json")],
    },
  });
});

test.each(["latest", "first"])("finds the run %s in the runs directory", (name) => {
  const runs = runsWith([taskRecord("train", { inputs: inputs({ name: "a" }) })]);

  expect(inputsFromRun(runs, name, train, undefined).parameters).toEqual({ name: "a" });
});

test("finds a run by its directory", () => {
  const runs = runsWith([taskRecord("train", { inputs: inputs({ name: "a" }) })]);

  expect(inputsFromRun("/nowhere", join(runs, "first"), train, undefined).parameters).toEqual({ name: "a" });
});

test("returns a failed task's inputs, to run it again", () => {
  const runs = runsWith([taskRecord("train", { phase: "Failed", inputs: inputs({ name: "a" }) })]);

  expect(inputsFromRun(runs, "latest", train, undefined).parameters).toEqual({ name: "a" });
});

test("finds tasks inside others and in the exit handler", () => {
  const child = taskRecord("train", { id: "map/0", inputs: inputs({ name: "a" }) });
  const runs = runsWith(
    [taskRecord("map", { kind: "map", children: [child] })],
    [taskRecord("train", { id: "onExit/train", inputs: inputs({ name: "b" }) })],
  );

  expect(inputsFromRun(runs, "latest", train, "map/0").parameters).toEqual({ name: "a" });
  expect(inputsFromRun(runs, "latest", train, "onExit/train").parameters).toEqual({ name: "b" });
});

test("asks which task is meant where several run the step", () => {
  const runs = runsWith([
    taskRecord("train", { id: "a", inputs: inputs({}) }),
    taskRecord("train", { id: "b", inputs: inputs({}) }),
  ]);

  expect(() => inputsFromRun(runs, "latest", train, undefined)).toThrow(
    new UsageError("Several tasks of run first run train. Name one with --task: a, b."),
  );
});

test("lists the available tasks for an unknown one", () => {
  const runs = runsWith([taskRecord("train", { id: "a", inputs: inputs({}) })]);

  expect(() => inputsFromRun(runs, "latest", train, "b")).toThrow(
    new UsageError("Run first has no task b to take inputs from. Its tasks are a."),
  );
});

test("reports that a run did not reach the step", () => {
  const runs = runsWith([{ ...taskRecord("train"), phase: "Omitted" }]);

  expect(() => inputsFromRun(runs, "latest", train, undefined)).toThrow(
    new UsageError("Run first has no task of step train to take inputs from. The run did not get that far."),
  );
});

test("latest is the newest run that has the step, not the one that the link points to", () => {
  const runs = runsWith([taskRecord("predict")]);
  for (const [name, hour] of [
    ["older", "01"],
    ["newer", "02"],
  ] as const) {
    const directory = join(runs, name);
    mkdirSync(directory);
    const record = runRecord([taskRecord("train", { inputs: inputs({ name }) })], {
      run: name,
      startedAt: `2026-01-01T${hour}:00:00.000Z`,
    });
    writeFileSync(join(directory, "run.json"), JSON.stringify(record));
  }
  const log = vi.spyOn(console, "error").mockImplementation(() => {});

  expect(inputsFromRun(runs, "latest", train, undefined).parameters).toEqual({ name: "newer" });
  expect(log.mock.calls).toEqual([["Inputs of run newer: the latest run has no task of step train."]]);
  log.mockRestore();
});

test("says that there is no such run", () => {
  const runs = tempDir();

  expect(() => inputsFromRun(runs, "latest", train, undefined)).toThrow(
    new UsageError(`There is no run in ${runs}. Start one with "run".`),
  );
});
