import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program, project, tempDir } from "../fixture-project.js";
import { bin, has, latestRun, pipeline, recordIn, start, startPipeline, until } from "../program.js";

const root = project({
  "src/main.ts": program(`
import { spawn } from "node:child_process";
const talk = defineStep({
  name: "talk",
  inputs: {},
  outputs: { said: parameter(z.int()) },
  async run(_inputs, { log }) {
    for (let i = 1; i <= 20; i++) {
      log("line " + i);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return { said: 20 };
  },
});
const talking = defineWorkflow({ name: "talking", build: (dag) => dag.task(talk, {}) });

const startChild = defineStep({
  name: "start-child",
  inputs: {},
  outputs: {},
  run(_inputs, { log }) {
    const child = spawn("sleep", ["60"], { stdio: "ignore" });
    log("processes " + process.pid + " " + child.pid);
    return new Promise((resolve) => setTimeout(() => {
      const end = Date.now() + 60_000;
      while (Date.now() < end);
      resolve({});
    }, 20));
  },
});
const starting = defineWorkflow({ name: "starting", build: (dag) => void dag.task(startChild, {}) });

const ask = defineWorkflow({
  name: "asking",
  build(dag) {
    const { ok } = dag.approve({ name: "sign-off", fields: { ok: z.enum(["yes", "no"]) } });
    return { ok };
  },
});
await main({ workflows: [talking, starting, ask] });
`),
});

/** Whether a process runs; a zombie does not count. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const hasPython = has("python3", "--version");
if (!hasPython) console.warn("Skipped: tests that close a terminal. They need python3.");

const closeTerminal = join(import.meta.dirname, "../../fixtures/close-terminal.py");

test.skipIf(!hasPython).each([
  ["its own", "controlling"],
  ["another's", "plain"],
])("a run goes on to its end where %s terminal vanishes", async (_whose, kind) => {
  const runs = tempDir();
  const command = [process.execPath, bin, "run", "talking", "--runs", runs];

  const { stdout } = await start(["python3", closeTerminal, "line 3", kind, ...command], { cwd: root }).ended;

  expect(stdout).toBe("0\n");
  expect(recordIn(join(runs, "latest"))).toMatchObject({
    phase: "Succeeded",
    outputs: { parameters: { said: "20" } },
  });
});

test.skipIf(!hasPython)("a run that asks on a terminal which vanishes ends as incomplete", async () => {
  const runs = tempDir();
  const command = [process.execPath, bin, "run", "asking", "--runs", runs];

  const { stdout } = await start(["python3", closeTerminal, "ok (", "controlling", ...command], {
    cwd: root,
    env: { TERM: "xterm" },
  }).ended;

  expect(stdout).toBe("3\n");
  expect(recordIn(join(runs, "latest")).phase).toBe("Incomplete");
});

test("a run continues to its end if the disk of its log is full", async () => {
  const runs = tempDir();
  const command = [process.execPath, bin, "run", "talking", "--runs", runs];

  const { code, stderr } = await start(["/bin/sh", "-c", 'exec "$@" >/dev/full', "sh", ...command], {
    cwd: root,
  }).ended;

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(recordIn(join(runs, "latest")).phase).toBe("Succeeded");
});

test.each([
  ["yaml", "talking", "--image", "localhost/x:1"],
  ["describe", "talk"],
  ["run", "talking", "--json"],
])("%s fails where its output cannot be written", async (...args) => {
  const command = [process.execPath, bin, ...args];

  const { code, stderr } = await start(["/bin/sh", "-c", 'exec "$@" >/dev/full', "sh", ...command], {
    cwd: root,
  }).ended;

  expect(stderr).toBe(
    "Standard output cannot be written: ENOSPC: no space left on device, write. Free disk space and run the command again.\n",
  );
  expect(code).toBe(1);
});

test.each<[string[]]>([[[]], [["--isolated"]]])(
  "a step that computes, and what it has started, end with a run that is killed (%j)",
  async (options) => {
    const temporary = tempDir();
    const env = { TMPDIR: temporary };
    const { child, ended, shows, output } = startPipeline(root, ["run", "starting", ...options], { env });
    await shows("processes ");
    await until(() => /processes \d+ \d+\n/.test(output()), 5000);
    const pids = /processes (\d+) (\d+)\n/.exec(output())?.slice(1).map(Number) ?? [];
    expect(pids.map(isAlive)).toEqual([true, true]);

    child.kill("SIGKILL");

    await ended;
    await until(() => !pids.some(isAlive), 5000);
    expect(latestRun(root).phase).toBe("Running");
    await pipeline(root, ["run", "talking", "--isolated"], { env });
    expect(readdirSync(temporary).filter((name) => name.includes("pod"))).toEqual([]);
  },
);

test("Ctrl-C while the program loads ends with exit code 130", async () => {
  const slow = project({
    "src/main.ts": program(`
console.log("loading");
for (const end = Date.now() + 1500; Date.now() < end; );
const nothing = defineStep({ name: "nothing", inputs: {}, outputs: {}, run: () => ({}) });
await main({ workflows: [defineWorkflow({ name: "w", build: (dag) => void dag.task(nothing, {}) })] });
`),
  });
  const { child, ended, shows } = startPipeline(slow, ["run"]);
  await shows("loading");

  child.kill("SIGINT");

  expect(await ended).toMatchObject({ code: 130, stderr: "Stopped before the run began.\n" });
});
