import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { artifact, defineStep, defineWorkflow, parameter, text } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { notes, outputs, phases, run, tasksOf } from "./run.js";
import { fail, give, wait } from "./steps.js";

/** The start of each attempt, as recorded by the step `fail`. */
function attemptsIn(notes: string): number[] {
  return readFileSync(notes, "utf8")
    .trim()
    .split("\n")
    .map((line) => Number(line.split(" ")[1]));
}

describe("a failed step is retried", () => {
  test("until an attempt succeeds", async () => {
    const workflow = defineWorkflow({
      name: "retried",
      build: (dag) => ({ attempt: dag.task(fail, { until: 3 }, { retry: { limit: 5 } }).attempt }),
    });

    const record = await run(workflow);

    expect(outputs(record)).toEqual({ attempt: "3" });
    expect(tasksOf(record).fail?.message).toBeUndefined();
    expect(tasksOf(record).fail?.attempts).toMatchObject([
      { exitCode: 1, message: "attempt 1 broke" },
      { exitCode: 1, message: "attempt 2 broke" },
      { exitCode: 0 },
    ]);
  });

  test.each([
    ["as often as the limit says", "error", 2, 3],
    ["not with a limit of 0", "error", 0, 1],
    ["not if a value breaks its contract", "contract", 5, 1],
  ] as const)("%s", async (_, kind, limit, attempts) => {
    const workflow = defineWorkflow({
      name: "retried",
      build: (dag) => void dag.task(fail, { kind }, { retry: { limit } }),
    });

    const record = await run(workflow);

    expect(record.phase).toBe("Failed");
    expect(tasksOf(record).fail?.attempts).toHaveLength(attempts);
  });

  test("after a wait that grows", async () => {
    const notes = join(tempDir(), "notes");
    const workflow = defineWorkflow({
      name: "retried",
      build: (dag) =>
        void dag.task(fail, { notes }, { retry: { limit: 2, backoff: { duration: "0.1s", factor: 3 } } }),
    });

    await run(workflow);

    const [first = 0, second = 0, third = 0] = attemptsIn(notes);
    expect(second - first).toBeGreaterThanOrEqual(95);
    expect(third - second).toBeGreaterThanOrEqual(295);
  });

  test("no later than maxDuration", async () => {
    const workflow = defineWorkflow({
      name: "retried",
      build: (dag) =>
        void dag.task(fail, {}, { retry: { limit: 9, backoff: { duration: "1h", maxDuration: "30m" } } }),
    });

    const record = await run(workflow);

    expect(tasksOf(record).fail?.attempts).toHaveLength(1);
    expect(record.phase).toBe("Failed");
  });

  test("but not while another task has failed, which ends the wait", async () => {
    const workflow = defineWorkflow({
      name: "retried",
      build(dag) {
        dag.task(fail, {}, { name: "waits", retry: { limit: 1, backoff: { duration: "1h" } } });
        const { n } = dag.task(wait, { milliseconds: 50 });
        dag.task(fail, { until: 1000 }, { name: "breaks", after: ["wait"] });
        dag.task(give, { n });
      },
    });

    const record = await run(workflow, { parallelism: 2 });

    expect(tasksOf(record).waits).toMatchObject({ phase: "Failed", message: "attempt 1 broke" });
    expect(tasksOf(record).breaks?.phase).toBe("Failed");
  });

  test("and other steps run while it waits", async () => {
    const listener = notes();
    const workflow = defineWorkflow({
      name: "retried",
      build(dag) {
        dag.task(fail, { until: 2 }, { retry: { limit: 1, backoff: { duration: "0.2s" } } });
        dag.task(wait, { milliseconds: 1 });
      },
    });

    const record = await run(workflow, { listener });

    expect(record.phase).toBe("Succeeded");
    expect(listener.noted).toEqual(["+fail", "+wait", "-wait", "-fail"]);
  });
});

describe("a timeout", () => {
  test.each(["0.07s", "0.05s", "0.0001s"] as const)(
    "of %s ends a step that takes longer",
    async (timeout) => {
      const workflow = defineWorkflow({
        name: "late",
        build: (dag) => void dag.task(wait, { milliseconds: 60_000 }, { timeout }),
      });

      const record = await run(workflow);

      expect(tasksOf(record).wait).toMatchObject({
        phase: "Failed",
        message: `timed out after ${timeout} (exit code 124)`,
        attempts: [{ exitCode: 124 }],
      });
    },
  );

  test.each(["10s", "60d"] as const)("of %s does not affect a faster step", async (timeout) => {
    const workflow = defineWorkflow({
      name: "fast",
      build: (dag) => void dag.task(wait, { milliseconds: 20 }, { timeout }),
    });

    expect(phases(await run(workflow))).toEqual({ wait: "Succeeded" });
  });

  test("applies to each attempt, and what an attempt does later is lost", async () => {
    const slowAtFirst = defineStep({
      name: "slow-at-first",
      inputs: {},
      outputs: { attempt: artifact(text) },
      async run(_, { attempt }) {
        if (attempt === 1) await new Promise((resolve) => setTimeout(resolve, 150));
        return { attempt: `${attempt}` };
      },
    });
    const workflow = defineWorkflow({
      name: "late",
      build(dag) {
        const { attempt } = dag.task(slowAtFirst, {}, { timeout: "0.05s", retry: { limit: 1 } });
        dag.task(wait, { milliseconds: 250 });
        return { attempt };
      },
    });

    const record = await run(workflow, { parallelism: 2 });

    expect(record.phase).toBe("Succeeded");
    const folder = join(record.directory, "slow-at-first");
    expect(readFileSync(join(folder, "attempt.txt"), "utf8")).toBe("2");
    expect(readdirSync(folder)).toEqual(["attempt.txt", "log.txt"]);
  });
});

describe("an artifact that was changed after it was written", () => {
  const tamper = (content: string | undefined) =>
    defineStep({
      name: "tamper",
      inputs: { file: artifact({ ...text, decode: (path) => path }) },
      outputs: {},
      async run({ file }) {
        if (content === undefined) {
          const { rmSync } = await import("node:fs");
          rmSync(file);
        } else writeFileSync(file, content);
        return {};
      },
    });
  const workflow = (content: string | undefined) =>
    defineWorkflow({
      name: "tampered",
      build(dag) {
        const { file } = dag.task(give, { n: 1 });
        const tampered = dag.task(tamper(content), { file });
        dag.task(read, { file }, { after: [tampered], retry: { limit: 3 } });
      },
    });
  const read = defineStep({ name: "read", inputs: { file: artifact(text) }, outputs: {}, run: () => ({}) });

  test("is refused by the task that reads it", async () => {
    const record = await run(workflow("2"));

    expect(record).toMatchObject({ phase: "Failed", message: "child 'read' failed" });
    expect(tasksOf(record).read?.message).toBe(
      `input "file" (${join(record.directory, "give/file.txt")}) was changed after it was written: ` +
        "found SHA-256 d4735e3a265e…, expected 6b86b273ff34…. Run again, and leave the files of a running workflow alone. (exit code 65)",
    );
    expect(tasksOf(record).read?.attempts).toHaveLength(1);
  });

  test("is accepted if its bytes are the same", async () => {
    expect((await run(workflow("1"))).phase).toBe("Succeeded");
  });

  test("is refused if it is gone", async () => {
    const record = await run(workflow(undefined));

    expect(tasksOf(record).read?.message).toBe(
      `input "file" (${join(record.directory, "give/file.txt")}) is gone. Run again. (exit code 65)`,
    );
  });
});

test("a step's scratch directory is gone when it has failed", async () => {
  const scratching = defineStep({
    name: "scratching",
    inputs: {},
    outputs: { a: parameter(z.string()) },
    run(_, { scratch }) {
      writeFileSync(join(scratch, "large"), "x");
      throw new Error(`broke in ${scratch}`);
    },
  });
  const workflow = defineWorkflow({ name: "scratching", build: (dag) => void dag.task(scratching, {}) });

  const record = await run(workflow);

  const [, scratch = ""] = /^broke in (.*)$/.exec(tasksOf(record).scratching?.message ?? "") ?? [];
  expect(scratch).not.toBe("");
  expect(existsSync(scratch)).toBe(false);
  expect(readdirSync(join(record.directory, "scratching"))).toEqual(["log.txt"]);
});
