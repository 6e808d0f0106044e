import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  artifact,
  artifactList,
  defineStep,
  defineWorkflow,
  file,
  parameter,
  text,
} from "../../src/index.js";
import type { Approver } from "../../src/local/approval.js";
import { tempDir } from "../temp-dir.js";
import { notes, outputs, phases, run, tasksOf } from "./run.js";
import { add, fail, flip, give, sum, wait } from "./steps.js";

const parts = defineStep({
  name: "parts",
  inputs: { count: parameter(z.int()) },
  outputs: {
    files: artifactList(text),
    names: parameter(z.array(z.string())),
    numbers: parameter(z.array(z.number())),
  },
  run({ count }) {
    const all = Array.from({ length: count }, (_, i) => `${i}`);
    return { files: all, names: all, numbers: all.map(Number) };
  },
});

describe("a map", () => {
  test("runs its step for each plain value, and collects the outputs", async () => {
    const workflow = defineWorkflow({
      name: "mapped",
      build(dag) {
        const mapped = dag.map(
          add,
          [
            { n: 1, m: 10 },
            { n: 2, m: 20 },
          ],
          (item, index) => ({
            n: item.field("n"),
            m: index,
          }),
        );
        const total = dag.task(sum, { files: mapped.file, ns: mapped.n });
        return { ns: mapped.n, text: total.text, n: total.n };
      },
    });

    const record = await run(workflow, { parallelism: 2 });

    expect(outputs(record)).toEqual({ ns: "[1,3]", text: "1,3", n: "4" });
    expect(tasksOf(record)).toMatchObject({
      add: {
        kind: "map",
        phase: "Succeeded",
        outputs: { artifacts: { file: [{ bytes: 1 }, { bytes: 1 }] } },
      },
      "add/0": { kind: "step", name: "add(0:n:1,m:10)", template: "add" },
      "add/1": { name: "add(1:n:2,m:20)" },
    });
    expect(readFileSync(join(record.directory, "add/1/file.txt"), "utf8")).toBe("3");
  });

  test.each([
    ["of texts, which stay texts", ["1", "true", 'a"b'], '["1","true","a\\"b"]'],
    ["of an empty list of strings", [], "[]"],
  ])("runs over a parameter of the workflow: %s", async (_, names, expected) => {
    const echo = defineStep({
      name: "echo",
      inputs: { name: parameter(z.string()) },
      outputs: { name: parameter(z.string()) },
      run: ({ name }) => ({ name }),
    });
    const workflow = defineWorkflow({
      name: "mapped",
      parameters: { names: parameter(z.array(z.string())) },
      build: (dag, { names: list }) => ({ names: dag.map(echo, list, (name) => ({ name })).name }),
    });

    expect(outputs(await run(workflow, { parameters: { names } }))).toEqual({ names: expected });
  });

  test("runs over the list from another map", async () => {
    const workflow = defineWorkflow({
      name: "mapped",
      build(dag) {
        const first = dag.map(give, [1, 2, 3], (n) => ({ n }));
        const second = dag.map(add, first.n, (n) => ({ n, m: 100 }));
        return { ns: second.n };
      },
    });

    expect(outputs(await run(workflow))).toEqual({ ns: "[101,102,103]" });
  });

  test("runs over a list of files in their order, also if there are ten or more", async () => {
    const workflow = defineWorkflow({
      name: "mapped",
      build(dag) {
        const made = dag.task(parts, { count: 12 });
        const mapped = dag.map(add, made.files, (each, index) => ({ file: each, n: index }));
        return { text: dag.task(sum, { files: mapped.file }).text };
      },
    });

    const record = await run(workflow, { parallelism: 3 });

    expect(outputs(record)).toEqual({ text: "0,2,4,6,8,10,12,14,16,18,20,22" });
    expect(tasksOf(record)["add/11"]?.name).toBe("add(11)");
  });

  test("runs over a list of files that the run receives as a folder", async () => {
    const files = tempDir();
    for (const i of [0, 1, 2, 10]) writeFileSync(join(files, `${i}.txt`), `${i}`);
    const workflow = defineWorkflow({
      name: "mapped",
      artifacts: { files: artifactList(text) },
      build(dag, { files: list }) {
        const mapped = dag.map(add, list, (each) => ({ file: each, n: 1 }));
        return {
          each: dag.task(sum, { files: mapped.file }).text,
          all: dag.task(sum, { files: list }, { name: "all" }).text,
        };
      },
    });

    expect(outputs(await run(workflow, { set: { files } }))).toEqual({ each: "1,2,3,11", all: "0,1,2,10" });
  });

  test("outputs empty lists for an empty list", async () => {
    const workflow = defineWorkflow({
      name: "empty",
      build(dag) {
        const made = dag.task(parts, { count: 0 });
        const overFiles = dag.map(add, made.files, (each) => ({ file: each }), { name: "files" });
        const overValues = dag.map(add, made.numbers, (n) => ({ n }), { name: "values" });
        const overNothing = dag.map(add, [] as number[], (n) => ({ n }), { name: "nothing" });
        const total = dag.task(sum, { files: overFiles.file, ns: overValues.n });
        return { text: total.text, n: total.n, ns: overNothing.n };
      },
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ text: "", n: "0", ns: "[]" });
    expect(phases(record)).toMatchObject({ files: "Succeeded", values: "Succeeded", nothing: "Succeeded" });
  });

  test("accepts files that are passed as paths", async () => {
    const raw = file("bin");
    const write = defineStep({
      name: "write",
      inputs: {},
      outputs: { files: artifactList(raw) },
      run(_, { scratch }) {
        for (const name of ["a", "b"]) writeFileSync(join(scratch, name), name);
        return { files: [{ file: join(scratch, "a") }, { file: join(scratch, "b") }] };
      },
    });
    const read = defineStep({
      name: "read",
      inputs: { raw: artifact(raw) },
      outputs: { content: parameter(z.string()) },
      run: ({ raw: { file: path } }) => ({ content: readFileSync(path, "utf8") }),
    });
    const workflow = defineWorkflow({
      name: "paths",
      build: (dag) => ({ all: dag.map(read, dag.task(write, {}).files, (each) => ({ raw: each })).content }),
    });

    expect(outputs(await run(workflow))).toEqual({ all: '["a","b"]' });
  });

  test("fails with an iteration, and starts no further one", async () => {
    const workflow = defineWorkflow({
      name: "mapped",
      build(dag) {
        const mapped = dag.map(fail, [1, 1000, 1], (until) => ({ until }));
        dag.task(sum, { files: mapped.file });
      },
    });

    const record = await run(workflow);

    expect(phases(record)).toEqual({
      fail: "Failed",
      "fail/0": "Succeeded",
      "fail/1": "Failed",
      "fail/2": "Omitted",
      sum: "Omitted",
    });
    expect(tasksOf(record).fail?.message).toBe("child 'fail(1:1000)' failed");
    expect(record.message).toBe("child 'fail/1' failed");
  });

  test("fails in the one iteration whose item breaks the schema", async () => {
    const positive = defineStep({
      name: "positive",
      inputs: { n: parameter(z.number().positive()) },
      outputs: {},
      async run() {
        await new Promise((resolve) => setTimeout(resolve, 30));
        return {};
      },
    });
    const workflow = defineWorkflow({
      name: "mapped",
      build: (dag) => void dag.map(positive, [1, -1], (n) => ({ n })),
    });

    const record = await run(workflow, { parallelism: 2 });

    expect(phases(record)["positive/1"]).toBe("Error");
    expect(["Succeeded", "Omitted"]).toContain(phases(record)["positive/0"]);
    expect(tasksOf(record)["positive/1"]?.message).toBe(
      'input "n": found -1, expected a number greater than 0.',
    );
    expect(record.phase).toBe("Failed");
  });

  test("is skipped as a whole, and then outputs no list", async () => {
    const workflow = defineWorkflow({
      name: "mapped",
      build(dag) {
        const coin = dag.task(flip, {});
        const mapped = dag.map(give, [1, 2], (n) => ({ n }), { when: coin.side.equals("tails") });
        const other = dag.map(give, [3], (n) => ({ n }), { name: "other", when: coin.side.equals("heads") });
        return {
          text: dag.task(sum, {
            files: dag.firstOf(mapped.file, other.file),
            ns: dag.firstOf(mapped.n, other.n),
          }).text,
        };
      },
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ text: "3" });
    expect(phases(record)).toMatchObject({ give: "Skipped", other: "Succeeded", "other/0": "Succeeded" });
  });

  test("runs its iterations in parallel, and retries each of them", async () => {
    const listener = notes();
    const workflow = defineWorkflow({
      name: "mapped",
      build: (dag) => void dag.map(wait, [40, 40, 40], (milliseconds) => ({ milliseconds })),
    });
    const retried = defineWorkflow({
      name: "retried",
      build: (dag) => ({
        attempts: dag.map(fail, [1, 2], (until) => ({ until }), { retry: { limit: 1 } }).attempt,
      }),
    });

    await run(workflow, { parallelism: 3, listener });

    expect(listener.noted.slice(0, 4)).toEqual(["+wait", "+wait/0", "+wait/1", "+wait/2"]);
    expect(outputs(await run(retried))).toEqual({ attempts: "[1,2]" });
  });
});

describe("a repetition", () => {
  const count = (until: number, maxRounds: number) =>
    defineWorkflow({
      name: "repeated",
      build(dag) {
        const last = dag.repeat(
          add,
          { n: 0, m: 2 },
          { until: ({ n }) => n.atLeast(until), next: ({ n }) => ({ n }), maxRounds },
        );
        return { n: last.n, file: last.file };
      },
    });

  test.each([
    ["until its condition holds", count(6, 30), "6", 3],
    ["once, if the condition holds at once", count(2, 30), "2", 1],
    ["no more often than it may", count(100, 4), "8", 4],
    ["once, if maxRounds is 1", count(100, 1), "2", 1],
  ])("runs %s, and hands its state on", async (_, workflow, n, rounds) => {
    const record = await run(workflow);

    expect(outputs(record)).toEqual({ n });
    expect(tasksOf(record).add?.children?.map((task) => task.name)).toEqual(
      Array.from({ length: rounds }, (__, i) => `add(${i})`),
    );
    expect(readFileSync(join(record.directory, `add/${rounds - 1}/file.txt`), "utf8")).toBe(n);
    expect(tasksOf(record).add).toMatchObject({
      kind: "repeat",
      phase: "Succeeded",
      outputs: { parameters: { n } },
    });
  });

  test("passes files on, and keeps inputs that it does not name", async () => {
    const workflow = defineWorkflow({
      name: "repeated",
      build(dag) {
        const last = dag.repeat(
          add,
          { m: 1 },
          { until: ({ n }) => n.atLeast(7), next: ({ n, file: each }) => ({ n, file: each }), maxRounds: 9 },
        );
        return { n: last.n };
      },
    });

    expect(outputs(await run(workflow))).toEqual({ n: "7" });
  });

  test("repeats a nested workflow as well", async () => {
    const inner = defineWorkflow({
      name: "inner",
      parameters: { n: parameter(z.number()) },
      build: (dag, { n }) => ({ n: dag.task(add, { n, m: 1 }).n }),
    });
    const workflow = defineWorkflow({
      name: "outer",
      build: (dag) => ({
        n: dag.repeat(
          inner,
          { n: 0 },
          { until: ({ n }) => n.atLeast(2), next: ({ n }) => ({ n }), maxRounds: 5 },
        ).n,
      }),
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ n: "2" });
    expect(phases(record)).toMatchObject({ "inner/0": "Succeeded", "inner/1/add": "Succeeded" });
  });

  test("fails with a round", async () => {
    const workflow = defineWorkflow({
      name: "repeated",
      build: (dag) =>
        void dag.repeat(
          fail,
          { until: 1000 },
          { until: ({ attempt }) => attempt.atLeast(9), next: () => ({}), maxRounds: 5 },
        ),
    });

    const record = await run(workflow);

    expect(phases(record)).toEqual({ fail: "Failed", "fail/0": "Failed" });
    expect(tasksOf(record).fail?.message).toBe("child 'fail(0)' failed");
  });

  test("that has ended has succeeded, whatever fails elsewhere", async () => {
    const workflow = defineWorkflow({
      name: "repeated",
      build(dag) {
        dag.repeat(
          wait,
          { milliseconds: 80 },
          { until: ({ n }) => n.equals(0), next: () => ({}), maxRounds: 5 },
        );
        dag.repeat(
          wait,
          { milliseconds: 80 },
          { until: ({ n }) => n.equals(1), next: () => ({}), maxRounds: 5 },
          { name: "longer" },
        );
        dag.task(fail, {});
      },
    });

    const record = await run(workflow, { parallelism: 3 });

    expect(phases(record)).toEqual({
      wait: "Succeeded",
      "wait/0": "Succeeded",
      longer: "Omitted",
      "longer/0": "Succeeded",
      fail: "Failed",
    });
    expect(record.message).toBe("child 'fail' failed");
  });
});

describe("an approval", () => {
  const workflow = defineWorkflow({
    name: "asked",
    build(dag) {
      const { n, file: page } = dag.task(give, { n: 3 });
      const { ok, rate } = dag.approve({
        name: "review",
        message: "Good enough?",
        fields: { ok: z.enum(["yes", "no"]), rate: z.number().positive() },
        shows: { n, page },
      });
      const used = dag.task(add, { n: rate }, { name: "used", when: ok.equals("yes") });
      dag.task(give, {}, { name: "independent" });
      dag.task(add, { n }, { name: "afterwards", after: [ok] });
      return { ok, n: dag.firstOf(used.n, n) };
    },
  });

  test("passes the answer on", async () => {
    const asked: unknown[] = [];
    const approver: Approver = async ({ id, task, shows }) => {
      asked.push({
        id,
        message: task.message,
        fields: Object.keys(task.fields),
        shows: Object.keys(shows),
        n: shows.n,
      });
      return { ok: "yes", rate: "0.5" };
    };

    const record = await run(workflow, { approver });

    expect(record.phase).toBe("Succeeded");
    expect(outputs(record)).toEqual({ ok: "yes", n: "0.5" });
    expect(asked).toEqual([
      { id: "review", message: "Good enough?", fields: ["ok", "rate"], shows: ["n", "page"], n: "3" },
    ]);
    expect(tasksOf(record).review).toMatchObject({
      kind: "approve",
      phase: "Succeeded",
      message: "ok=yes rate=0.5",
      outputs: { parameters: { ok: "yes", rate: "0.5" } },
    });
  });

  test("with an answer that breaks the schema fails when the answer is read", async () => {
    const record = await run(workflow, { approver: async () => ({ ok: "yes", rate: "fast" }) });

    expect(tasksOf(record).used).toMatchObject({
      phase: "Failed",
      message: expect.stringContaining('parameter "n": found "fast", expected a number.'),
    });
  });

  test("that nobody answers leaves the run incomplete, and independent tasks still run", async () => {
    const record = await run(workflow);

    expect(record.phase).toBe("Incomplete");
    expect(phases(record)).toEqual({
      give: "Succeeded",
      review: "Suspended",
      used: "Pending",
      independent: "Succeeded",
      afterwards: "Pending",
    });
    expect(tasksOf(record).review?.message).toBe("waits for a person: ok, rate");
    expect(outputs(record)).toEqual({ n: "3" });
  });

  test("that nobody answers inside a nested workflow leaves later tasks pending", async () => {
    const outer = defineWorkflow({
      name: "outer",
      build: (dag) => void dag.task(give, { n: dag.task(workflow, {}).n }, { name: "last" }),
    });

    const record = await run(outer);

    expect(record.phase).toBe("Incomplete");
    expect(phases(record)).toMatchObject({
      asked: "Suspended",
      "asked/review": "Suspended",
      last: "Pending",
    });
  });

  test("fails the task if asking fails", async () => {
    const approver: Approver = async () => {
      throw new Error("no terminal");
    };

    const record = await run(workflow, { approver });

    expect(tasksOf(record).review).toMatchObject({ phase: "Error", message: "no terminal" });
    expect(record.phase).toBe("Failed");
  });
});
