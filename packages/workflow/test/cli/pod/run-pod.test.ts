import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, expect, test } from "vitest";
import * as z from "zod";
import type { PlannedStep, PodPlan } from "../../../src/definition/pod-plan.js";
import { bundleAsInImage } from "../../bundle.js";
import { tempDir } from "../../temp-dir.js";

const deadline = 30_000;
let program: string;
beforeAll(async () => {
  program = await bundleAsInImage(join(import.meta.dirname, "../../fixtures/programs/shared-pod.ts"));
});

const write: PlannedStep = {
  task: "write",
  step: "write",
  parameters: { word: { input: "given" } },
  artifacts: {},
};
const end: PlannedStep = {
  task: "last",
  step: "end",
  parameters: { how: { text: "well" }, length: { file: "parameters/write_length" } },
  artifacts: { page: "outputs/write_page.txt" },
};

function ending(how: string, options: Partial<PlannedStep> = {}): PlannedStep {
  return { ...end, parameters: { ...end.parameters, how: { text: how } }, ...options };
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start(folder: string, plan: unknown, env: NodeJS.ProcessEnv = {}): [ChildProcess, Promise<Ended>] {
  const file = join(folder, "plan.json");
  writeFileSync(file, typeof plan === "string" ? plan : JSON.stringify(plan));
  const folders = ["--inputs", join(folder, "inputs"), "--outputs", join(folder, "outputs")];
  const args = [program, "pod", file, ...folders];
  const own = { ARGO_PROGRESS_FILE: join(folder, "progress"), TMPDIR: join(folder, "tmp"), ...env };
  mkdirSync(join(folder, "tmp"), { recursive: true });
  const child = spawn(process.execPath, args, { env: { ...process.env, ...own }, timeout: deadline });
  const ended = new Promise<Ended>((resolve) => {
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (data: string) => {
      stdout += data;
    });
    child.stderr.setEncoding("utf8").on("data", (data: string) => {
      stderr += data;
    });
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  return [child, ended];
}

function planOf(...steps: PlannedStep[]): PodPlan {
  return { steps, parameters: [{ name: "given", value: "hello" }] };
}

async function run(folder: string, plan: unknown, env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return start(folder, plan, env)[1];
}

const reportsSchema = z.array(
  z.object({
    task: z.string(),
    phase: z.string(),
    attempts: z.array(
      z.object({ exitCode: z.number(), startedAt: z.iso.datetime(), finishedAt: z.iso.datetime() }),
    ),
  }),
);

/** Task, phase and exit codes of each step that was started. */
function reports(folder: string): [string, string, number[]][] {
  const text = readFileSync(join(folder, "outputs", "parameters", "steps"), "utf8");
  return reportsSchema
    .parse(JSON.parse(text))
    .map(({ task, phase, attempts }) => [task, phase, attempts.map(({ exitCode }) => exitCode)]);
}

test("runs the steps in order; outputs and log lines begin with the task's name", async () => {
  const folder = tempDir();
  const ended = await run(folder, planOf(write, end));
  expect(ended).toEqual({ code: 0, stdout: "write: writing hello\nlast: attempt 1\n", stderr: "" });
  expect(readdirSync(join(folder, "outputs")).sort()).toEqual(["parameters", "write_page.txt"]);
  expect(readFileSync(join(folder, "outputs", "parameters", "last_told"), "utf8")).toBe("hello 5");
  expect(readFileSync(join(folder, "outputs", "parameters", "write_length"), "utf8")).toBe("5");
  expect(reports(folder)).toEqual([
    ["write", "Succeeded", [0]],
    ["last", "Succeeded", [0]],
  ]);
  expect(readFileSync(join(folder, "progress"), "utf8")).toBe("200/200\n");
  expect(readdirSync(join(folder, "tmp"))).toEqual([]);
});

test.each([
  ["contract", 65, "last: end: a value is wrong\n"],
  ["user", 1, "last: end: the file is wrong\n"],
])(
  "a step that fails (%s) gives the pod its exit code, and its message is the last line",
  async (how, code, message) => {
    const folder = tempDir();
    const ended = await run(
      folder,
      planOf(write, ending(how, { retry: { limit: how === "contract" ? 3 : 0 } }), write),
    );
    expect(ended).toMatchObject({ code, stderr: message });
    expect(reports(folder)).toEqual([
      ["write", "Succeeded", [0]],
      ["last", "Failed", [code]],
    ]);
  },
);

test("every line of a stack trace begins with the task's name", async () => {
  const { stderr, code } = await run(tempDir(), planOf(write, ending("bug")));
  expect(code).toBe(1);
  const lines = stderr.trimEnd().split("\n");
  expect(lines.filter((line) => !line.startsWith("last: "))).toEqual([]);
  expect(lines.at(-1)).toBe("last: end: x is undefined");
  expect(lines.length).toBeGreaterThan(2);
});

test("a step is tried again in the pod, with a wait, and the steps before it are not", async () => {
  const folder = tempDir();
  const retry = { limit: 3, backoff: { duration: "0.2s" } } as const;
  const ended = await run(folder, planOf(write, ending("transient", { retry })));
  expect(ended.code).toBe(0);
  expect(ended.stdout).toBe("write: writing hello\nlast: attempt 1\nlast: attempt 2\nlast: attempt 3\n");
  expect(ended.stderr).toContain("last: attempt 1 failed with exit code 75; retry in 0.2 s\n");
  expect(reports(folder).at(-1)).toEqual(["last", "Succeeded", [75, 75, 0]]);
});

test("a step has failed after its last retry", async () => {
  const folder = tempDir();
  const ended = await run(folder, planOf(write, ending("transient", { retry: { limit: 1 } })));
  expect(ended.code).toBe(75);
  expect(reports(folder).at(-1)).toEqual(["last", "Failed", [75, 75]]);
});

test("attempts of a pod that is repeated count", async () => {
  const ended = await run(tempDir(), planOf(write, ending("transient", { retry: { limit: 2 } })), {
    STEP_RETRIES: "1",
  });
  expect(ended).toMatchObject({
    code: 0,
    stdout: "write: writing hello\nlast: attempt 2\nlast: attempt 3\n",
  });
});

test("a step that is killed gives the exit code of a killed container, and is not tried again here", async () => {
  const folder = tempDir();
  const ended = await run(folder, planOf(write, ending("killed", { retry: { limit: 3 } })));
  expect(ended).toMatchObject({ code: 137, stderr: "last: its process was ended by SIGKILL\n" });
  expect(reports(folder).at(-1)).toEqual(["last", "Failed", [137]]);
});

test("an attempt that takes longer than its timeout is killed", async () => {
  const folder = tempDir();
  const ended = await run(folder, planOf(write, ending("never", { timeout: "1.5s" })));
  expect(ended).toMatchObject({ code: 124, stderr: "last: timed out after 1.5s\n" });
});

test("SIGTERM ends the pod and its step", { timeout: deadline }, async () => {
  const folder = tempDir();
  const started = join(folder, "started");
  const [child, ended] = start(folder, planOf(write, ending("never")), { STARTED: started });
  while (!existsSync(started)) await sleep(50);
  child.kill("SIGTERM");
  expect((await ended).code).toBe(143);
  const pid = Number(readFileSync(started, "utf8"));
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});

test.each([
  ["{", "cannot be read"],
  ["[]", 'expected {"steps": […], "parameters": […]}'],
])("a file that is no plan (%s) is wrong usage", async (text, message) => {
  const ended = await run(tempDir(), text);
  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain(message);
});

test("the whole program runs a pod, too", async () => {
  const folder = tempDir();
  const whole = join(dirname(program), "program", "main.js");
  writeFileSync(join(folder, "plan.json"), JSON.stringify(planOf(write)));
  const args = [whole, "pod", join(folder, "plan.json"), "--outputs", join(folder, "outputs")];
  const child = spawn(process.execPath, args, { stdio: "ignore", timeout: deadline });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(0);
  expect(readFileSync(join(folder, "outputs", "write_page.txt"), "utf8")).toBe("hello");
});
