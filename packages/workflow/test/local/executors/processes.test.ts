import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSteps } from "../../../src/definition/find-steps.js";
import type { Workflow } from "../../../src/definition/graph.js";
import type { StepExecutor } from "../../../src/local/executors/executor.js";
import { inProcessExecutor } from "../../../src/local/executors/in-process.js";
import { processPerStepExecutor } from "../../../src/local/executors/process-per-step.js";
import { startWorker, workerPoolExecutor } from "../../../src/local/executors/worker-pool.js";
import type { RunRecord } from "../../../src/local/run-record.js";
import type { RunOptions } from "../../../src/local/run-workflow.js";
import { bundle } from "../../bundle.js";
import { bad, badWithRetry, badWithTimeout, plain } from "../../fixtures/programs/executors.js";
import { tempDir } from "../../temp-dir.js";
import { notes, outputs, run, tasksOf } from "../run.js";

let script: string;
const open: StepExecutor[] = [];

beforeAll(async () => {
  script = await bundle("executors");
});

afterAll(async () => {
  await Promise.all(open.map((executor) => executor.close()));
});

const executors = {
  "in this process": () => inProcessExecutor(),
  "in a warm worker": () => workerPoolExecutor({ script }),
  "in a process of its own": () => processPerStepExecutor({ script }),
};
type Kind = keyof typeof executors;
const processes = ["in a warm worker", "in a process of its own"] as const;

function make(kind: Kind): StepExecutor {
  const executor = executors[kind]();
  open.push(executor);
  return executor;
}

/** Runs a workflow of one step that misbehaves in the given way. */
async function misbehave(kind: Kind, how: string, workflow: Workflow = bad, options: RunOptions = {}) {
  const listener = notes();
  const record = await run(workflow, { executor: make(kind), parameters: { how }, listener, ...options });
  return {
    record,
    task: tasksOf(record).misbehave,
    lines: listener.lines.map((line) => line.replace("misbehave: ", "")),
  };
}

/** Every file that a run wrote, except its record. */
function artifacts({ directory }: RunRecord): [string, string][] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((path) => path !== "run.json" && statSync(join(directory, path)).isFile())
    .sort()
    .map((path) => [path, readFileSync(join(directory, path)).toString("base64")]);
}

test("steps write the same bytes wherever they run", async () => {
  const [here, worker, alone] = [
    await run(plain, { executor: make("in this process") }),
    await run(plain, { executor: make("in a warm worker"), parallelism: 2 }),
    await run(plain, { executor: make("in a process of its own"), parallelism: 2 }),
  ];

  expect(here.phase).toBe("Succeeded");
  expect(readFileSync(join(here.directory, "join/all.txt"), "utf8")).toBe(
    "12 x,t 0!,1!,2!,3!,4!,5!,6!,7!,8!,9!,10!,11! undefined 42",
  );
  expect(artifacts(worker)).toEqual(artifacts(here));
  expect(artifacts(alone)).toEqual(artifacts(here));
}, 60_000);

describe.each(processes)("%s, a step", (kind) => {
  test("that is killed ends in an error", async () => {
    const { record, task } = await misbehave(kind, "kill");

    expect(record.phase).toBe("Failed");
    expect(task).toMatchObject({
      phase: "Error",
      message: expect.stringMatching(/^its (worker )?process was ended by SIGKILL$/),
    });
    expect(task?.attempts).toMatchObject([{ message: expect.stringContaining("SIGKILL") }]);
    expect(task?.attempts?.[0]).not.toHaveProperty("exitCode");
    expect(readdirSync(join(record.directory, "misbehave"))).toEqual(["log.txt"]);
  });

  test("that is killed is retried", async () => {
    const { record, task } = await misbehave(kind, "kill-once", badWithRetry);

    expect(outputs(record)).toEqual({ how: "kill-once" });
    expect(task?.attempts).toMatchObject([{ message: expect.stringContaining("SIGKILL") }, { exitCode: 0 }]);
  });

  test("that exits by itself fails with its exit code", async () => {
    const { task } = await misbehave(kind, "exit");

    expect(task).toMatchObject({ phase: "Failed", attempts: [{ exitCode: 4 }] });
    expect(task?.message).toMatch(/^(its worker process ended with )?exit code 4$/);
  });

  test("that exits with code 0 before its end has not succeeded", async () => {
    const { record, task } = await misbehave(kind, "exit-well");

    expect(record.phase).toBe("Failed");
    expect(task?.phase).toBe("Error");
    expect(task?.message).toMatch(
      /^(its worker process was ended|it ended without an error, but did not write its output "how" .*)$/,
    );
  });

  test.each(["block", "block-with-child"])(
    "that blocks for ever (%s) is ended by its timeout",
    async (how) => {
      const began = Date.now();

      const { task } = await misbehave(kind, how, badWithTimeout);

      expect(task).toMatchObject({ phase: "Failed", message: "timed out after 1s (exit code 124)" });
      expect(Date.now() - began).toBeLessThan(6000);
    },
  );

  test("that blocks for ever is ended within a second when the run is stopped", async () => {
    const stop = new AbortController();
    let stopped = Number.NaN;
    setTimeout(() => {
      stopped = Date.now();
      stop.abort();
    }, 1500);

    const { record, task } = await misbehave(kind, "block", bad, { signal: stop.signal });

    expect(Date.now() - stopped).toBeLessThan(1000);
    expect(record.phase).toBe("Interrupted");
    expect(task).toMatchObject({ phase: "Interrupted", message: "stopped" });
  });

  test("that takes all memory is lost, and the run goes on", async () => {
    process.env.NODE_OPTIONS = "--max-old-space-size=100";
    try {
      const { record, task } = await misbehave(kind, "memory");

      expect(record.phase).toBe("Failed");
      expect(task).toMatchObject({
        phase: "Error",
        message: expect.stringMatching(/ended by SIG(ABRT|TRAP|ILL|SEGV)/),
      });
    } finally {
      delete process.env.NODE_OPTIONS;
    }
  }, 60_000);

  test("is logged, however it prints", async () => {
    const { record, task, lines } = await misbehave(kind, "print");

    expect(record.phase).toBe("Succeeded");
    expect(lines.sort()).toEqual(["complained", "logged", "printed"]);
    expect(task?.progress).toBe("1/2");
  });

  test("is logged to its last line", async () => {
    const { lines } = await misbehave(kind, "print-much");

    expect(lines).toHaveLength(20_000);
    expect(lines.at(-1)).toBe("line 19999");
  });

  test("is logged without a newline at the end", async () => {
    const { lines } = await misbehave(kind, "print-no-newline");

    expect(lines).toEqual(["no newline"]);
  });

  test("that throws outside its function fails", async () => {
    const { task, lines } = await misbehave(kind, "throw-later");

    expect(task).toMatchObject({ phase: "Failed", attempts: [{ exitCode: 1 }] });
    expect(lines.join("\n")).toContain("Error: thrown later");
  });

  test.each([
    ["throw", "broke\nin two lines", 1],
    ["contract", "does not fit", 65],
    ["transient", "busy", 75],
  ])("that throws (%s) fails with its message", async (how, message, exitCode) => {
    const { task, lines } = await misbehave(kind, how);

    expect([task?.stack, ...lines].join("\n").includes("TypeError: broke\nin two lines\n    at ")).toBe(
      exitCode === 1,
    );
    expect(task?.attempts).toMatchObject([{ exitCode, message: expect.stringContaining(message) }]);
    expect(task?.phase).toBe("Failed");
    expect(task?.message).toBe(exitCode === 1 ? message : `${message} (exit code ${exitCode})`);
  });

  test("that the program does not contain fails as wrong usage", async () => {
    const executor = make(kind);
    const step = { ...[...findSteps([bad]).values()][0], name: "unknown" } as never;
    const job = { parameters: {}, artifacts: {}, outputs: tempDir(), attempt: 1 };

    const outcome = await executor.execute(
      step,
      job,
      { log() {}, progress() {} },
      new AbortController().signal,
    );

    expect(outcome).toMatchObject({ kind: "failed", exitCode: 2 });
    expect(outcome).toMatchObject({ message: expect.stringMatching(/there is no step "unknown"/i) });
  });

  test("does not start if the run is being stopped", async () => {
    const stop = new AbortController();
    stop.abort();
    const [step] = findSteps([bad]).values();
    const job = { parameters: { how: "well" }, artifacts: {}, outputs: tempDir(), attempt: 1 };

    const outcome = await make(kind).execute(step as never, job, { log() {}, progress() {} }, stop.signal);

    expect(outcome).toEqual({ kind: "lost", message: "stopped" });
  });
});

describe("workers", () => {
  /** Runs `how` and returns the id of its process. */
  const job = (how: string) => ({ parameters: { how }, artifacts: {}, outputs: tempDir(), attempt: 1 });
  const quiet = { log() {}, progress() {} };
  const never = new AbortController().signal;
  const [step] = findSteps([bad]).values();

  test("stay warm: a second step runs in the same process, and one that died is replaced", async () => {
    const ready = startWorker({ script });
    const executor = workerPoolExecutor({ script }, [ready]);
    open.push(executor);

    const first = await executor.execute(step as never, job("well"), quiet, never);
    const alive = ready.exitCode === null && ready.connected;
    const second = await executor.execute(step as never, job("kill"), quiet, never);
    const third = await executor.execute(step as never, job("well"), quiet, never);

    expect([first.kind, alive, second.kind, third.kind]).toEqual(["succeeded", true, "lost", "succeeded"]);
    expect(ready.signalCode).toBe("SIGKILL");
  });

  test("whose program does not start are reported", async () => {
    const executor = workerPoolExecutor({ script: join(tempDir(), "none.mjs") });
    open.push(executor);
    const lines: string[] = [];

    const outcome = await executor.execute(
      step as never,
      job("well"),
      { ...quiet, log: (line) => void lines.push(line) },
      never,
    );

    expect(outcome).toEqual({
      kind: "failed",
      exitCode: 1,
      message: "its worker process ended with exit code 1",
    });
    expect(lines.join("\n")).toContain("Cannot find module");
  });

  test("do not mix up the lines of steps that run one after the other", async () => {
    const executor = workerPoolExecutor({ script });
    open.push(executor);
    const lines: string[][] = [];
    for (const how of ["print", "well", "print-no-newline", "print"]) {
      const heard: string[] = [];
      await executor.execute(
        step as never,
        job(how),
        { ...quiet, log: (line) => void heard.push(line) },
        never,
      );
      lines.push(heard.sort());
    }

    expect(lines).toEqual([
      ["complained", "logged", "printed"],
      [],
      ["no newline"],
      ["complained", "logged", "printed"],
    ]);
  });

  test.each([
    ["exits", "log-much-and-exit"],
    ["throws where nobody catches it", "log-much-and-throw"],
  ])("send every line of a step that logs much and then %s", async (_, how) => {
    const { lines } = await misbehave("in a warm worker", how);

    expect(lines.filter((line) => line.startsWith("line "))).toEqual(
      Array.from({ length: 1500 }, (__, i) => `line ${i}`),
    );
  });

  test("do not wait for a program that still prints after a step has exited", async () => {
    const began = Date.now();

    const { task } = await misbehave("in a warm worker", "exit-with-printing-child");

    expect(task).toMatchObject({ phase: "Failed", attempts: [{ exitCode: 4 }] });
    expect(Date.now() - began).toBeLessThan(8000);
  });

  test.each([
    ["at once", 0],
    ["later", 1000],
  ])("end when their parent is gone %s", async (_, later) => {
    const worker = startWorker({ script });
    const ended = new Promise((resolve) => worker.once("exit", resolve));

    await sleep(later);
    worker.disconnect();

    expect(await ended).toBe(0);
  });

  test("have all ended when the executor is closed", async () => {
    const worker = startWorker({ script });
    const ended = new Promise((resolve) => worker.once("exit", (_, killedBy) => resolve(killedBy)));
    const executor = workerPoolExecutor({ script }, [worker]);

    await executor.close();

    expect(await ended).toBe("SIGKILL");
  });
});
