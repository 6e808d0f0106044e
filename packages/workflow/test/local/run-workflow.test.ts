import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Codec } from "../../src/definition/codec.js";
import { UsageError } from "../../src/definition/errors.js";
import {
  artifact,
  defineStep,
  defineWorkflow,
  inputArtifact,
  optional,
  parameter,
  text,
} from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { notes, outputs, phases, run, tasksOf } from "./run.js";
import { add, fail, flip, give, sum, wait } from "./steps.js";

describe("data flows", () => {
  test("from step to step, as parameters and as files", async () => {
    const workflow = defineWorkflow({
      name: "flow",
      parameters: { n: parameter(z.number(), 2) },
      build(dag, { n }) {
        const first = dag.task(give, { n });
        const second = dag.task(add, { n: first.n, m: 10, file: first.file });
        return { n: second.n, file: second.file };
      },
    });

    const record = await run(workflow, { parameters: { n: 3 } });

    expect(record).toMatchObject({ phase: "Succeeded", inputs: { parameters: { n: "3" } } });
    expect(outputs(record)).toEqual({ n: "16" });
    expect(readFileSync(join(record.directory, "add/file.txt"), "utf8")).toBe("16");
    expect(tasksOf(record).add).toMatchObject({
      kind: "step",
      template: "add",
      phase: "Succeeded",
      inputs: { parameters: { n: "3", m: "10" }, artifacts: { file: { bytes: 1 } } },
      outputs: {
        parameters: { n: "16" },
        artifacts: { file: { path: join(record.directory, "add/file.txt") } },
      },
    });
  });

  test("through a codec that the project defines itself", async () => {
    const csv: Codec<readonly number[]> = {
      format: "numbers",
      extension: "csv",
      mediaType: "text/csv",
      async encode(value, path) {
        const { writeFile } = await import("node:fs/promises");
        await writeFile(path, value.join("\n"));
      },
      decode: (path) => readFileSync(path, "utf8").split("\n").map(Number),
    };
    const make = defineStep({
      name: "make",
      inputs: {},
      outputs: { all: artifact(csv) },
      run: () => ({ all: [1, 2, 3] }),
    });
    const total = defineStep({
      name: "total",
      inputs: { all: artifact(csv) },
      outputs: { n: parameter(z.number()) },
      run: ({ all }) => ({ n: all.reduce((a, b) => a + b) }),
    });
    const workflow = defineWorkflow({
      name: "own-codec",
      build: (dag) => ({ n: dag.task(total, { all: dag.task(make, {}).all }).n }),
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ n: "6" });
    expect(readFileSync(join(record.directory, "make/all.csv"), "utf8")).toBe("1\n2\n3");
  });

  test("without any object being shared between steps", async () => {
    const list = [1];
    const make = defineStep({
      name: "make",
      inputs: {},
      outputs: { list: parameter(z.array(z.int())) },
      run: () => ({ list }),
    });
    const push = defineStep({
      name: "push",
      inputs: { list: parameter(z.array(z.int())) },
      outputs: { length: parameter(z.int()) },
      run: ({ list }) => ({ length: list.push(2) }),
    });
    const workflow = defineWorkflow({
      name: "apart",
      build(dag) {
        const made = dag.task(make, {});
        const a = dag.task(push, { list: made.list }, { name: "a" });
        const b = dag.task(push, { list: made.list }, { name: "b" });
        return { a: a.length, b: b.length };
      },
    });

    expect(outputs(await run(workflow))).toEqual({ a: "2", b: "2" });
    expect(list).toEqual([1]);
  });
});

describe("tasks run", () => {
  const four = defineWorkflow({
    name: "four",
    build(dag) {
      for (const name of ["a", "b", "c", "d"]) dag.task(wait, {}, { name });
    },
  });

  test("in parallel if they do not depend on each other, up to the parallelism", async () => {
    const listener = notes();

    const record = await run(four, { parallelism: 2, listener });

    expect(record.phase).toBe("Succeeded");
    expect(listener.noted).toEqual(["+a", "+b", "-a", "+c", "-b", "+d", "-c", "-d"]);
  });

  test("one after the other where the parallelism is 1", async () => {
    const listener = notes();

    await run(four, { listener });

    expect(listener.noted).toEqual(["+a", "-a", "+b", "-b", "+c", "-c", "+d", "-d"]);
  });

  test.each([0, -1, 1.5, Number.NaN])("not with a parallelism of %d", async (parallelism) => {
    await expect(run(four, { parallelism })).rejects.toThrow(
      new UsageError(`parallelism is ${parallelism}. Expected a whole number of at least 1.`),
    );
  });

  test("in the order of `after`, also if it names a later task", async () => {
    const listener = notes();
    const workflow = defineWorkflow({
      name: "ordered",
      build(dag) {
        dag.task(wait, { milliseconds: 1 }, { name: "last", after: ["middle"] });
        const first = dag.task(wait, { milliseconds: 30 }, { name: "first" });
        dag.task(wait, { milliseconds: 1 }, { name: "middle", after: [first] });
      },
    });

    await run(workflow, { parallelism: 4, listener });

    expect(listener.noted).toEqual(["+first", "-first", "+middle", "-middle", "+last", "-last"]);
  });
});

describe("a condition", () => {
  const branches = (side: "heads" | "tails" | "neither") =>
    defineWorkflow({
      name: "branches",
      build(dag) {
        const coin = dag.task(flip, { side: side === "neither" ? "heads" : side });
        const heads = dag.task(
          give,
          { n: 1 },
          { name: "heads", when: side === "neither" ? coin.side.isOneOf([]) : coin.side.equals("heads") },
        );
        const tails = dag.task(give, { n: 2 }, { name: "tails", when: coin.side.equals("tails") });
        const joined = dag.task(add, {
          n: dag.firstOf(heads.n, tails.n),
          file: dag.firstOf(heads.file, tails.file),
        });
        return { n: joined.n };
      },
    });

  test.each([
    ["heads", "2", { heads: "Succeeded", tails: "Skipped" }],
    ["tails", "4", { heads: "Skipped", tails: "Succeeded" }],
  ] as const)("lets one branch run and skips the other: %s", async (side, n, expected) => {
    const record = await run(branches(side));

    expect(outputs(record)).toEqual({ n });
    expect(phases(record)).toMatchObject({ ...expected, add: "Succeeded" });
    expect(record.phase).toBe("Succeeded");
  });

  test("that lets no alternative run fails what needs one of them", async () => {
    const record = await run(branches("neither"));

    expect(phases(record)).toEqual({ flip: "Succeeded", heads: "Skipped", tails: "Skipped", add: "Error" });
    expect(tasksOf(record).add?.message).toBe("none of heads, tails ran.");
    expect(record).toMatchObject({ phase: "Failed", message: "child 'add' failed" });
  });

  test("that lets no alternative run fails the workflow whose output is one of them", async () => {
    const workflow = defineWorkflow({
      name: "no-output",
      build(dag) {
        const coin = dag.task(flip, {});
        const tails = dag.task(give, {}, { name: "tails", when: coin.side.equals("tails") });
        const never = dag.task(give, {}, { name: "never", when: coin.side.equals("tails") });
        return { side: coin.side, n: dag.firstOf(tails.n, never.n) };
      },
    });

    const record = await run(workflow);

    expect(record).toMatchObject({
      phase: "Failed",
      message: "none of the alternatives ran: the first of tails.n, never.n.",
      finishedAt: expect.any(String),
    });
    expect(outputs(record)).toEqual({ side: "heads" });
    const outer = defineWorkflow({ name: "outer", build: (dag) => ({ n: dag.task(workflow, {}).n }) });
    const nested = await run(outer);
    expect(nested.phase).toBe("Failed");
    expect(tasksOf(nested)["no-output"]).toMatchObject({
      phase: "Error",
      message: "none of the alternatives ran: the first of tails.n, never.n.",
    });
  });

  test("leaves an optional input undefined", async () => {
    const workflow = defineWorkflow({
      name: "optional",
      build(dag) {
        const skipped = dag.task(give, { n: 5 }, { when: dag.task(flip, {}).side.equals("tails") });
        return { n: dag.task(add, { n: 1, file: skipped.file }).n };
      },
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ n: "1" });
    expect(tasksOf(record).add?.inputs).toEqual({ parameters: { n: "1" }, artifacts: {} });
  });

  test("may fall back on an input of the workflow", async () => {
    const workflow = defineWorkflow({
      name: "fallback",
      parameters: { n: parameter(z.number(), 7) },
      build(dag, { n }) {
        const skipped = dag.task(give, { n: 5 }, { when: dag.task(flip, {}).side.equals("tails") });
        return { n: dag.task(add, { n: dag.firstOf(skipped.n, n) }).n };
      },
    });

    expect(outputs(await run(workflow))).toEqual({ n: "7" });
  });

  test("may read a number from a map's iterations", async () => {
    const workflow = defineWorkflow({
      name: "on-a-sum",
      build(dag) {
        const mapped = dag.map(give, [1, 2, 3], (n) => ({ n }));
        const total = dag.task(sum, { files: mapped.file, ns: mapped.n });
        dag.task(flip, {}, { when: total.n.greaterThan(5).and(total.text.equals("1,2,3")) });
      },
    });

    expect(phases(await run(workflow)).flip).toBe("Succeeded");
  });
});

test("lists from maps are recorded as outputs by their schema: numbers as numbers, texts as texts", async () => {
  const describe = defineStep({
    name: "describe",
    inputs: { n: parameter(z.number()) },
    outputs: { half: parameter(z.number()), name: parameter(z.string()), large: parameter(z.boolean()) },
    run: ({ n }) => ({ half: n / 2, name: `${n}`, large: n > 1 }),
  });
  const workflow = defineWorkflow({
    name: "lists",
    build: (dag) => dag.map(describe, [1, 2], (n) => ({ n })),
  });

  expect(outputs(await run(workflow))).toEqual({ half: "[0.5,1]", name: '["1","2"]', large: "[false,true]" });
});

describe("after a failure", () => {
  test("nothing new starts, and what runs comes to its end", async () => {
    const workflow = defineWorkflow({
      name: "fails",
      build(dag) {
        const broken = dag.task(fail, {});
        dag.task(wait, { milliseconds: 60 }, { name: "running" });
        dag.task(wait, { milliseconds: 1 }, { name: "waiting" });
        dag.task(give, { n: broken.attempt });
        dag.task(flip, {}, { after: [broken] });
      },
    });

    const record = await run(workflow, { parallelism: 2 });

    expect(phases(record)).toEqual({
      fail: "Failed",
      running: "Succeeded",
      waiting: "Omitted",
      give: "Omitted",
      flip: "Omitted",
    });
    expect(record).toMatchObject({ phase: "Failed", message: "child 'fail' failed" });
    expect(tasksOf(record).fail).toMatchObject({
      message: "attempt 1 broke",
      stack: expect.stringContaining("Error: attempt 1 broke\n    at "),
      attempts: [{ exitCode: 1, message: "attempt 1 broke" }],
    });
  });

  test("its exit code is reported if it is not 1", async () => {
    const workflow = defineWorkflow({
      name: "breaks",
      build: (dag) => void dag.task(fail, { kind: "contract" }),
    });

    const record = await run(workflow);

    expect(tasksOf(record).fail).toMatchObject({
      message: "never fits (exit code 65)",
      attempts: [{ exitCode: 65 }],
    });
    expect(tasksOf(record).fail).not.toHaveProperty("stack");
  });

  test("a nested workflow that did not fail is not named as the cause", async () => {
    const inner = defineWorkflow({
      name: "inner",
      build(dag) {
        const { n } = dag.task(wait, { milliseconds: 30 });
        dag.task(give, { n });
      },
    });
    const workflow = defineWorkflow({
      name: "outer",
      build(dag) {
        dag.task(inner, {});
        dag.task(fail, {});
      },
    });

    const record = await run(workflow, { parallelism: 2 });

    expect(phases(record)).toEqual({
      inner: "Omitted",
      "inner/wait": "Succeeded",
      "inner/give": "Omitted",
      fail: "Failed",
    });
    expect(record.message).toBe("child 'fail' failed");
  });
});

describe("nested workflows", () => {
  const inner = defineWorkflow({
    name: "inner",
    parameters: { n: parameter(z.number(), 4), m: optional(parameter(z.number())) },
    build(dag, { n }) {
      const given = dag.task(give, { n });
      return { n: given.n, file: given.file };
    },
  });

  test("have their defaults, inputs and outputs", async () => {
    const workflow = defineWorkflow({
      name: "outer",
      build(dag) {
        const a = dag.task(inner, {}, { name: "a" });
        const b = dag.task(inner, { n: a.n }, { name: "b" });
        return { n: dag.task(add, { n: b.n, file: a.file }).n };
      },
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ n: "8" });
    expect(phases(record)).toEqual({
      a: "Succeeded",
      "a/give": "Succeeded",
      b: "Succeeded",
      "b/give": "Succeeded",
      add: "Succeeded",
    });
    expect(tasksOf(record).a).toMatchObject({
      kind: "workflow",
      template: "inner",
      outputs: { parameters: { n: "4" } },
    });
    expect(readFileSync(join(record.directory, "a/give/file.txt"), "utf8")).toBe("4");
  });

  test("have artifacts of their own by default", async () => {
    const root = tempDir();
    writeFileSync(join(root, "start.txt"), "5");
    const reading = defineWorkflow({
      name: "reading",
      artifacts: { start: inputArtifact(text, { path: "start.txt", key: "start.txt" }) },
      build: (dag, { start }) => ({ n: dag.task(add, { file: start }).n }),
    });
    const workflow = defineWorkflow({ name: "outer", build: (dag) => ({ n: dag.task(reading, {}).n }) });

    expect(outputs(await run(workflow, { root }))).toEqual({ n: "5" });
    expect((await run(workflow, { root: tempDir() })).phase).toBe("Failed");
  });

  test("fail if a task inside fails", async () => {
    const broken = defineWorkflow({ name: "broken", build: (dag) => ({ n: dag.task(fail, {}).attempt }) });
    const workflow = defineWorkflow({
      name: "outer",
      build: (dag) => void dag.task(give, { n: dag.task(broken, {}).n }),
    });

    const record = await run(workflow);

    expect(phases(record)).toEqual({ broken: "Failed", "broken/fail": "Failed", give: "Omitted" });
    expect(tasksOf(record).broken?.message).toBe("child 'fail' failed");
    expect(record.message).toBe("child 'broken/fail' failed");
  });

  test("are skipped as a whole", async () => {
    const workflow = defineWorkflow({
      name: "outer",
      build: (dag) => void dag.task(inner, {}, { when: dag.task(flip, {}).side.equals("tails") }),
    });

    expect(phases(await run(workflow))).toEqual({ flip: "Succeeded", inner: "Skipped" });
  });
});

describe("progress and lines of a step", () => {
  test("reach the listener, with the task that they belong to", async () => {
    const tell = defineStep({
      name: "tell",
      inputs: {},
      outputs: {},
      run(_, { log, progress }) {
        log("one\ntwo");
        progress(3, 4);
        return {};
      },
    });
    const listener = notes();
    const workflow = defineWorkflow({ name: "telling", build: (dag) => void dag.task(tell, {}) });

    const record = await run(workflow, { listener });

    expect(listener.lines).toEqual(["tell: one", "tell: two"]);
    expect(tasksOf(record).tell?.progress).toBe("3/4");
  });
});

describe("stopping a run", () => {
  test("ends running tasks and starts no others", async () => {
    const stop = new AbortController();
    const workflow = defineWorkflow({
      name: "stopped",
      build(dag) {
        const { n } = dag.task(wait, { milliseconds: 60_000 });
        dag.task(give, { n });
      },
      onExit: (dag) => void dag.task(flip, {}),
    });
    setTimeout(() => stop.abort(), 50);

    const record = await run(workflow, { signal: stop.signal });

    expect(record.phase).toBe("Interrupted");
    expect(phases(record)).toEqual({ wait: "Interrupted", give: "Omitted" });
    expect(tasksOf(record).wait?.message).toBe("stopped");
  });

  test("before it began leaves every task out", async () => {
    const stop = new AbortController();
    stop.abort();
    const workflow = defineWorkflow({ name: "stopped", build: (dag) => void dag.task(give, {}) });

    const record = await run(workflow, { signal: stop.signal });

    expect(record.phase).toBe("Interrupted");
    expect(phases(record)).toEqual({ give: "Omitted" });
  });

  test("ends a wait for the next attempt", async () => {
    const stop = new AbortController();
    const workflow = defineWorkflow({
      name: "stopped",
      build: (dag) => void dag.task(fail, {}, { retry: { limit: 1, backoff: { duration: "1h" } } }),
    });
    setTimeout(() => stop.abort(), 80);

    const record = await run(workflow, { signal: stop.signal });

    expect(phases(record)).toEqual({ fail: "Interrupted" });
    expect(record.phase).toBe("Interrupted");
  });
});
