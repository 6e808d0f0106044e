import { expect, test } from "vitest";
import { plainProgress } from "../../../src/cli/progress/plain-progress.js";
import type { RunListener } from "../../../src/local/run-listener.js";
import { at, runRecord, taskRecord } from "../records.js";

function watching(): { readonly lines: string[]; readonly progress: RunListener } {
  const lines: string[] = [];
  return { lines, progress: plainProgress((line) => lines.push(line)) };
}

test("prints a run's name, and a step's start, logs and end", () => {
  const { lines, progress } = watching();
  const record = runRecord([]);
  const running = taskRecord("train", { phase: "Running" });

  progress.started(record);
  progress.changed(running);
  progress.logged(running, "converged");
  progress.changed(taskRecord("train", { finishedAt: at(45) }));
  progress.ended(record);

  expect(lines).toEqual([
    "run training-20260102-030405-abc",
    "● train",
    "  train: converged",
    "✔ train 45ms",
  ]);
});

test("prints each phase once", () => {
  const { lines, progress } = watching();

  progress.changed(taskRecord("train", { phase: "Running", progress: "1/2" }));
  progress.changed(taskRecord("train", { phase: "Running", progress: "2/2" }));

  expect(lines).toEqual(["● train"]);
});

test("prints why a step failed", () => {
  const { lines, progress } = watching();

  progress.changed(taskRecord("train", { phase: "Failed", message: "no memory" }));

  expect(lines).toEqual(["✖ train 1.0s no memory"]);
});

test("prints that a step is retried", () => {
  const { lines, progress } = watching();
  const message = "attempt 1 failed: busy; retry in 5 s";

  progress.changed(taskRecord("train", { phase: "Running" }));
  progress.changed(taskRecord("train", { phase: "Running", message }));
  progress.changed(taskRecord("train", { phase: "Running", message }));
  progress.changed(taskRecord("train", { phase: "Running", message: undefined }));

  expect(lines).toEqual(["● train", "  train: attempt 1 failed: busy; retry in 5 s"]);
});

test("prints the iterations of a map", () => {
  const { lines, progress } = watching();

  progress.changed(taskRecord("map", { kind: "map", phase: "Running" }));
  progress.changed(taskRecord("map(0:a)", { id: "map/0", phase: "Running" }));
  progress.changed(taskRecord("map(0:a)", { id: "map/0" }));
  progress.changed(taskRecord("map", { kind: "map" }));

  expect(lines).toEqual(["● map/0", "✔ map/0 1.0s", "✔ map 1.0s"]);
});

test("prints an approval only if nobody can be asked", () => {
  const { lines, progress } = watching();

  progress.changed(taskRecord("review", { kind: "approve", phase: "Suspended" }));
  expect(lines).toEqual([]);

  progress.changed(
    taskRecord("review", { kind: "approve", phase: "Suspended", message: "waits for a person: ok" }),
  );
  expect(lines).toEqual(["ǁ review waits for a person: ok"]);
});

test("does not print omitted tasks, which the tree at the end shows", () => {
  const { lines, progress } = watching();

  progress.changed(taskRecord("train", { phase: "Omitted" }));

  expect(lines).toEqual([]);
});
