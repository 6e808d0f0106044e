import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { artifact, defineStep, defineWorkflow, parameter, text } from "../../src/index.js";
import { silentListener } from "../../src/local/run-listener.js";
import type { RunRecord } from "../../src/local/run-record.js";
import { TaskLogs } from "../../src/local/task-logs.js";
import { tempDir } from "../temp-dir.js";
import { run } from "./run.js";
import { fail, give } from "./steps.js";

/** Logs its lines, and says how often it was called. */
const talk = defineStep({
  name: "talk",
  inputs: { says: parameter(z.string(), "hello") },
  outputs: { n: parameter(z.number()) },
  run({ says }, { log }) {
    log(says);
    return { n: says.length };
  },
});

/** The lines of a task's log without their times, each of which must be one. */
function log({ directory }: RunRecord, ...task: string[]): string[] {
  const lines = readFileSync(join(directory, ...task, "log.txt"), "utf8").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => {
    const [, time = "", rest] = /^(\S+) (.*)$/.exec(line) ?? [];
    expect(new Date(time).toISOString()).toBe(time);
    return rest ?? line;
  });
}

test("a step's lines are kept with their times, in order", async () => {
  const workflow = defineWorkflow({
    name: "talking",
    build: (dag) => void dag.task(talk, { says: "one\ntwo\n\nfour" }),
  });

  const record = await run(workflow);

  expect(log(record, "talk")).toEqual(["one", "two", "", "four"]);
  const [first = ""] = readFileSync(join(record.directory, "talk/log.txt"), "utf8").split(" ");
  expect(first >= record.startedAt && first <= (record.finishedAt ?? "")).toBe(true);
});

test("a step that logs nothing has no log", async () => {
  const record = await run(defineWorkflow({ name: "silent", build: (dag) => void dag.task(give, {}) }));

  expect(existsSync(join(record.directory, "give", "log.txt"))).toBe(false);
});

test("iterations, rounds, nested workflows and the exit handler have logs of their own", async () => {
  const inner = defineWorkflow({ name: "inner", build: (dag) => void dag.task(talk, { says: "inside" }) });
  const workflow = defineWorkflow({
    name: "many",
    build(dag) {
      dag.map(talk, ["a", "b"], (says) => ({ says }), { name: "mapped" });
      dag.repeat(
        talk,
        { says: "again" },
        {
          until: (round) => round.n.greaterThan(100),
          next: () => ({}),
          maxRounds: 2,
        },
        { name: "rounds" },
      );
      dag.task(inner, {}, { name: "nested" });
    },
    onExit: (dag) => void dag.task(talk, { says: "bye" }),
  });

  const record = await run(workflow);

  expect([
    log(record, "mapped", "0"),
    log(record, "mapped", "1"),
    log(record, "rounds", "0"),
    log(record, "rounds", "1"),
    log(record, "nested", "talk"),
    log(record, "onExit", "talk"),
  ]).toEqual([["a"], ["b"], ["again"], ["again"], ["inside"], ["bye"]]);
});

test("failed attempts are lines, and the last one shows the stack of an unexpected error", async () => {
  const workflow = defineWorkflow({
    name: "retried",
    build(dag) {
      dag.task(fail, { until: 3 }, { name: "at-last", retry: { limit: 5 } });
      dag.task(fail, {}, { name: "never", retry: { limit: 1 }, after: ["at-last"] });
    },
  });

  const record = await run(workflow);

  expect(log(record, "at-last")).toEqual([
    "attempt 1 failed with exit code 1: attempt 1 broke",
    "attempt 2 failed with exit code 1: attempt 2 broke",
  ]);
  const [first, second, error, frame] = log(record, "never");
  expect([first, second, error]).toEqual([
    "attempt 1 failed with exit code 1: attempt 1 broke",
    "attempt 2 failed with exit code 1: attempt 2 broke",
    "Error: attempt 2 broke",
  ]);
  expect(frame).toMatch(/steps\.ts:\d+:\d+/);
});

test("a contract that is broken is a line without a stack", async () => {
  const workflow = defineWorkflow({
    name: "broken",
    build: (dag) => void dag.task(fail, { kind: "contract" }),
  });

  const record = await run(workflow);

  expect(log(record, "fail")).toEqual(["attempt 1 failed with exit code 65: never fits"]);
});

test("the first line of a log does not go into an output that is called log.txt", async () => {
  const own = defineStep({
    name: "own",
    inputs: {},
    outputs: { log: artifact(text) },
    run(_inputs, { log }) {
      setTimeout(() => log("too late"), 5);
      return { log: "the output" };
    },
  });
  const workflow = defineWorkflow({
    name: "own-log",
    build(dag) {
      const { log } = dag.task(own, {});
      dag.task(talk, { says: "later" }, { after: ["own"] });
      return { log };
    },
  });

  const { directory } = await run(workflow);

  expect(readFileSync(join(directory, "own", "log.txt"), "utf8")).toBe("the output");
});

test("an output that is called log.txt takes the log's place, and no line is written into it", async () => {
  const own = defineStep({
    name: "own",
    inputs: {},
    outputs: { log: artifact(text) },
    run(_inputs, { log }) {
      log("before");
      setTimeout(() => log("too late"), 5);
      return { log: "the output" };
    },
  });
  const workflow = defineWorkflow({
    name: "own-log",
    build(dag) {
      const { log } = dag.task(own, {});
      dag.task(talk, { says: "later" }, { after: ["own"] });
      return { log };
    },
  });

  const record = await run(workflow);
  await new Promise((resolve) => setTimeout(resolve, 30));

  expect(readFileSync(join(record.directory, "own", "log.txt"), "utf8")).toBe("the output");
  expect(readdirSync(join(record.directory, "own"))).toEqual(["log.txt"]);
});

test("a log that is too long ends with a line that says so", () => {
  const directory = tempDir();
  const logs = new TaskLogs(directory, silentListener, 100);
  const task = { id: "talk", name: "talk", kind: "step", phase: "Running" } as const;

  for (let i = 0; i < 10; i++) logs.logged(task, `line ${i}`);
  logs.close();

  const lines = readFileSync(join(directory, "talk", "log.txt"), "utf8")
    .trimEnd()
    .split("\n");
  expect(lines.map((line) => line.replace(/^\S+ /, ""))).toEqual([
    "line 0",
    "line 1",
    "line 2",
    "The rest of this log is not kept: it has more than 100 bytes.",
  ]);
});

test("a log is written while its step runs", async () => {
  let folder = "";
  let seen = "";
  const workflow = defineWorkflow({
    name: "watched",
    build: (dag) => void dag.task(talk, { says: "now" }),
  });

  await run(workflow, {
    listener: {
      started() {},
      changed() {},
      logged(task) {
        seen = readFileSync(join(folder, task.id, "log.txt"), "utf8");
      },
      ended() {},
    },
    async prepare({ directory }) {
      folder = directory;
    },
  });

  expect(seen).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z now\n$/);
});
