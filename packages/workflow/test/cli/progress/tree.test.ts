import { expect, test } from "vitest";
import { drawTree, phaseSymbols } from "../../../src/cli/progress/tree.js";
import type { Phase } from "../../../src/local/run-record.js";
import { at, omittedRecord, plain, runRecord, taskRecord } from "../records.js";

test("draws a run as argo get does, with aligned columns", () => {
  const record = runRecord([
    taskRecord("load-and-split", { finishedAt: at(45) }),
    taskRecord("train", { phase: "Failed", finishedAt: at(65_000), message: "no memory" }),
    omittedRecord("evaluate"),
  ]);

  expect(drawTree({ ...record, phase: "Failed", message: "child 'train' failed" }, plain)).toEqual([
    "STEP                 DURATION  MESSAGE",
    "✖ training           1.5s      child 'train' failed",
    " ├─✔ load-and-split  45ms",
    " ├─✖ train           1m 05s    no memory",
    " └─○ evaluate                  omitted",
  ]);
});

test("draws the tasks inside of a task below it", () => {
  const record = runRecord([
    taskRecord("map", {
      kind: "map",
      children: [taskRecord("map(0:a)"), taskRecord("map(1:b)", { children: [taskRecord("inner")] })],
    }),
    taskRecord("last", { kind: "workflow", children: [taskRecord("end")] }),
  ]);

  expect(drawTree(record, plain)).toEqual([
    "STEP             DURATION  MESSAGE",
    "✔ training       1.5s",
    " ├─✔ map         1.0s",
    " │ ├─✔ map(0:a)  1.0s",
    " │ └─✔ map(1:b)  1.0s",
    " │   └─✔ inner   1.0s",
    " └─✔ last        1.0s",
    "   └─✔ end       1.0s",
  ]);
});

test.each<[Phase, string]>([
  ["Pending", "◷"],
  ["Running", "●"],
  ["Suspended", "ǁ"],
  ["Succeeded", "✔"],
  ["Failed", "✖"],
  ["Error", "⚠"],
  ["Skipped", "○"],
  ["Omitted", "○"],
  ["Incomplete", "ǁ"],
  ["Interrupted", "⚠"],
])("marks what is %s with %s", (phase, mark) => {
  expect(phaseSymbols[phase]).toBe(mark);
  expect(drawTree(runRecord([taskRecord("a", { phase })]), plain)[2]).toMatch(new RegExp(`^ └─${mark} a `));
});

test("shows an exit handler as a separate tree, with the symbol of its phase", () => {
  const record = runRecord([taskRecord("train")], {
    exit: [taskRecord("notify", { phase: "Error", message: "lost" })],
  });

  expect(drawTree(record, plain).slice(1)).toEqual([
    "✔ training   1.5s",
    " └─✔ train   1.0s",
    "⚠ onExit",
    " └─⚠ notify  1.0s      lost",
  ]);
});

test.each<[string, Phase[], string]>([
  ["succeeded", ["Succeeded", "Skipped"], "✔"],
  ["failed", ["Succeeded", "Failed"], "✖"],
  ["was interrupted", ["Interrupted", "Omitted"], "⚠"],
  ["is running", ["Running", "Pending"], "●"],
])("marks an exit handler that %s", (_how, phases, mark) => {
  const exit = phases.map((phase, i) => taskRecord(`task-${i}`, { phase }));

  expect(drawTree(runRecord([], { exit }), plain)[2]).toBe(`${mark} onExit`);
});

test("shows a running step's progress instead of its message", () => {
  const task = taskRecord("train", { phase: "Running", progress: "3/10", message: "anything" });

  expect(drawTree(runRecord([task]), plain)[2]).toMatch(/3\/10$/);
});

test.each([
  [2, "after 1 retry"],
  [3, "after 2 retries"],
])("reports that a step succeeded at attempt %i", (attempts, message) => {
  const task = taskRecord("train", {
    attempts: Array(attempts).fill({ startedAt: at(0), finishedAt: at(1) }),
  });

  expect(drawTree(runRecord([task]), plain)[2]).toBe(` └─✔ train  1.0s      ${message}`);
});

test("shows the first line of a long message", () => {
  const task = taskRecord("train", { phase: "Failed", message: "one\ntwo" });

  expect(drawTree(runRecord([task]), plain)[2]).toBe(" └─✖ train  1.0s      one");
});

test("cuts messages to the width of the terminal", () => {
  const task = taskRecord("train", { phase: "Failed", message: "0123456789" });

  expect(drawTree(runRecord([task]), plain, 30)[2]).toBe(" └─✖ train  1.0s      0123456…");
});

test("omits messages if the terminal is too narrow", () => {
  const task = taskRecord("train", { phase: "Failed", message: "0123456789" });

  expect(drawTree(runRecord([task]), plain, 10)[2]).toBe(" └─✖ train  1.0s");
});

test("keeps columns aligned under colours", () => {
  const painted = drawTree(runRecord([taskRecord("train")]), (style, text) => `<${style}>${text}</>`);

  expect(painted).toEqual([
    "<bold>STEP        DURATION  MESSAGE</>",
    "<green>✔</> training  1.5s",
    " └─<green>✔</> train  1.0s",
  ]);
});
