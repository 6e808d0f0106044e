import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program, project, tempDir } from "../fixture-project.js";
import { linesOf, pipeline, recordIn, startPipeline } from "../program.js";
import { bundledSampleProject } from "./sample-project.js";

const root = await bundledSampleProject();
const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;

async function runOf(...args: string[]) {
  const runs = tempDir();
  await pipeline(root, ["run", ...args, "--runs", runs]);
  const logs = (...options: string[]) => pipeline(root, ["runs", "logs", ...options, "--runs", runs]);
  return { runs, logs };
}

test.concurrent("prints the lines of all tasks with their times", async () => {
  const { logs } = await runOf("mapped");

  const { code, stdout, stderr } = await logs();

  const lines = linesOf(stdout).slice(0, -1);
  expect(lines.map((line) => line.replace(new RegExp(`^${time} `), "‹time› ")).sort()).toEqual([
    "‹time› greet/0: greeting ann",
    "‹time› greet/1: greeting bo",
  ]);
  expect(lines).toEqual([...lines].sort());
  expect([code, stderr]).toEqual([0, ""]);
});

test.concurrent("prints the lines of one task, also of a run that is named, without times", async () => {
  const { runs, logs } = await runOf("mapped");

  const { stdout } = await logs(recordIn(join(runs, "latest")).run, "greet/1", "--no-timestamps");

  expect(stdout).toBe("greeting bo\n");
});

test.concurrent("a task's name stands for the tasks inside of it", async () => {
  const { logs } = await runOf("nested");

  const { stdout } = await logs("latest", "plain", "--no-timestamps");

  expect(stdout).toBe("plain/greet: greeting inner\n");
});

test.concurrent("refuses a task that the run does not have", async () => {
  const { logs } = await runOf("plain");

  expect(await logs("latest", "gret")).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^Run plain-\S+ has no task "gret"\. Did you mean "greet"\?\n$/),
  });
});

test.concurrent("says that nothing was logged", async () => {
  const { logs } = await runOf("repeated");

  expect(await logs()).toMatchObject({
    code: 0,
    stdout: "",
    stderr: expect.stringMatching(/^The steps of run repeated-\S+ logged nothing\.\n$/),
  });
});

test.concurrent("escapes what would control the terminal", async () => {
  const { runs, logs } = await runOf("plain");
  writeFileSync(join(runs, "latest/greet/log.txt"), "2026-01-01T00:00:00.000Z \u001b[2Jgone\u0007\n");

  expect((await logs()).stdout).toBe("2026-01-01T00:00:00.000Z greet: ␛[2Jgone␇\n");
});

test.concurrent.each([["in a worker"], ["in a process of its own", "--isolated"]])(
  "a run that is killed has the lines until then, %s",
  async (_, ...options) => {
    const runs = tempDir();
    const own = project({
      "src/main.ts": program(`
const slow = defineStep({
  name: "slow",
  inputs: {},
  outputs: {},
  async run(_inputs, { log }) {
    log("first");
    console.log("second");
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    return {};
  },
});
await main({ workflows: [defineWorkflow({ name: "work", build: (dag) => void dag.task(slow, {}) })] });
`),
    });
    const { child, shows, ended } = startPipeline(own, ["run", "--runs", runs, ...options]);
    await shows("slow: second");
    child.kill("SIGKILL");
    await ended;

    const log = readFileSync(join(runs, "latest/slow/log.txt"), "utf8");

    expect(
      linesOf(log)
        .map((line) => line.slice(25))
        .sort(),
    ).toEqual(["", "first", "second"]);
  },
);
