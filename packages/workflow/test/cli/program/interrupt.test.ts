import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { tempDir } from "../fixture-project.js";
import { recordIn, startPipeline, treeIn, until } from "../program.js";
import { bundledSampleProject } from "./sample-project.js";

const root = await bundledSampleProject();

/** Whether a process still exists; a zombie does not count. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function blocking(...options: string[]) {
  const runs = tempDir();
  const started = startPipeline(root, ["run", "blocking", "--runs", runs, ...options]);
  await started.shows("blocks in process ");
  const worker = Number(/blocks in process (\d+)/.exec(started.output())?.[1]);
  return { ...started, worker, record: () => recordIn(join(runs, "latest")) };
}

test.concurrent.each<[NodeJS.Signals, string[]]>([
  ["SIGINT", []],
  ["SIGTERM", []],
  ["SIGHUP", []],
  ["SIGINT", ["--isolated"]],
])(
  "%s stops a step that computes within a second and leaves no process (%j)",
  { retry: 2 },
  async (signal, options) => {
    const { child, ended, worker, record } = await blocking(...options);
    const begin = performance.now();

    child.kill(signal);

    const { code, stdout } = await ended;
    expect(performance.now() - begin).toBeLessThan(1000);
    expect(code).toBe(130);
    expect(treeIn(stdout).slice(1)).toEqual([
      "⚠ blocking ‹time›",
      " ├─⚠ block ‹time› stopped",
      " └─○ halve            omitted",
    ]);
    expect(record().phase).toBe("Interrupted");
    await until(() => !isAlive(worker), 2000);
  },
);

test("a run whose process is killed leaves no worker, and counts as interrupted", async () => {
  const { child, ended, worker, record } = await blocking("--set", "seconds=1");

  child.kill("SIGKILL");

  await ended;
  expect(record().phase).toBe("Running");
  await until(() => !isAlive(worker), 5000);
});

test("stops before its first step on an early Ctrl-C", async () => {
  const { child, ended } = startPipeline(root, ["run", "blocking", "--runs", tempDir()]);
  await sleep(30);

  child.kill("SIGINT");

  const { code, signal } = await ended;
  // Before Node has begun, it is the signal itself.
  expect(["SIGINT", 130]).toContain(code ?? signal);
});
