import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readRunRecord, type TaskRecord } from "@tiphys/workflow";
import { afterAll } from "vitest";

/** This project's directory. */
export const root = join(import.meta.dirname, "..");

/** How long a run on a project's data may take, however large it is, in milliseconds. */
export const runDeadline = 300_000;

const program = join(root, "node_modules/@tiphys/workflow/bin/tiphys.js");
const made: string[] = [];

afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A new directory, which is removed after the tests of the file. */
export function tempDir(): string {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "test-")));
  made.push(directory);
  return directory;
}

/** How a command ended. `code` is null if it was killed at the deadline. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command of this project to its end, as `npx tiphys` does.
 * @param node path of the Node that runs it; default: the one that runs the tests
 */
export function pipeline(args: readonly string[], node = process.execPath): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [program, ...args], {
      cwd: root,
      env: plainEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      timeout: runDeadline,
      killSignal: "SIGKILL",
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}

/** The environment without the variables that npm, a test runner or a CI server sets. Every step runs in it. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const telling =
    /^(npm_|INIT_CWD$|CI$|NO_COLOR$|FORCE_COLOR$|DEBUG$|NODE_OPTIONS$|NODE_ENV$|VITEST|ARGO_|GITHUB_|TIPHYS_|TERM$)/;
  const entries = Object.entries(process.env).filter(([name]) => !telling.test(name));
  return { ...Object.fromEntries(entries), TIPHYS_CACHE: "off" };
}

/** The digests of all artifacts of the latest run in a directory of runs, by task and name. */
export function digestsOf(runs: string): Readonly<Record<string, readonly string[]>> {
  const { tasks, exit = [] } = readRunRecord(join(runs, "latest"));
  return Object.fromEntries(
    withChildren([...tasks, ...exit]).flatMap(({ id, outputs }) =>
      Object.entries(outputs?.artifacts ?? {}).map(([name, found]) => [
        `${id}/${name}`,
        [found].flat().map(({ sha256 }) => sha256),
      ]),
    ),
  );
}

function withChildren(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => [task, ...withChildren(task.children ?? [])]);
}
