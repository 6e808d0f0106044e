import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type RunRecord, runRecordSchema } from "../../src/local/run-record.js";

/** The program that `npx tiphys` starts. */
export const bin = fileURLToPath(new URL("../../bin/tiphys.js", import.meta.url));

/** How long a command may take before it is killed and its test fails, in milliseconds. */
const usualDeadline = 25_000;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  /** Working directory of the command; default: the project's directory. */
  readonly cwd?: string;
  /** Added to an environment without anything that changes how the program behaves. */
  readonly env?: Readonly<Record<string, string>>;
  /** Closes standard input instead of giving an empty one. */
  readonly closeStdin?: boolean;
  /** Path of the Node that runs it. */
  readonly node?: string;
  /** How long it may take, in milliseconds. */
  readonly deadline?: number;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Standard output so far. */
  output(): string;
  /** Waits until standard output contains the text, which must happen before the process ends. */
  shows(text: string): Promise<void>;
}

/** Starts a command of a project without waiting for its end. */
export function start(command: readonly string[], options: StartOptions & { readonly cwd: string }): Started {
  const [program = "", ...args] = command;
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: { ...plainEnvironment(), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return watch(child, options.deadline);
}

/** Collects the output of a process, and kills it if it does not end in time. */
export function watch(child: ChildProcess, deadline = usualDeadline): Started {
  let stdout = "";
  let stderr = "";
  const waiting = new Set<() => void>();
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    for (const look of waiting) look();
  });
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const timer = setTimeout(() => child.kill("SIGKILL"), deadline);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      resolve({ code, signal, stdout, stderr });
    });
  });
  const shows = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!stdout.includes(text)) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
      void ended.then(
        () => reject(new Error(`It ended without showing "${text}":\n${stdout}\n${stderr}`)),
        reject,
      );
    });
  return { child, ended, shows, output: () => stdout };
}

/** Runs a command of the project in `root` to its end. */
export function pipeline(root: string, args: readonly string[], options: StartOptions = {}): Promise<Ended> {
  return startPipeline(root, args, options).ended;
}

/** Starts a command of the project in `root`. */
export function startPipeline(root: string, args: readonly string[], options: StartOptions = {}): Started {
  const { cwd = root, node = process.execPath, closeStdin = false } = options;
  const command = [node, bin, ...args];
  return start(closeStdin ? ["/bin/sh", "-c", 'exec "$@" <&-', "sh", ...command] : command, {
    ...options,
    cwd,
  });
}

/**
 * The environment without the variables that npm, a test runner or a CI server sets. Every step runs in it, also after an
 * earlier test in the same project.
 */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const telling =
    /^(npm_|INIT_CWD$|CI$|NO_COLOR$|FORCE_COLOR$|DEBUG$|NODE_OPTIONS$|NODE_ENV$|VITEST|ARGO_|TIPHYS_|TERM$)/;
  const entries = Object.entries(process.env).filter(([name]) => !telling.test(name));
  return { ...Object.fromEntries(entries), TIPHYS_CACHE: "off" };
}

/** Waits until a condition holds; fails after a timeout. */
export async function until(holds: () => boolean, milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`It does not hold after ${milliseconds} ms: ${holds}`);
    await sleep(20);
  }
}

/** The record of a project's last run, read from `run.json`. */
export function latestRun(root: string): RunRecord {
  return recordIn(join(root, "runs", "latest"));
}

/** The record in the directory of a run. */
export function recordIn(directory: string): RunRecord {
  return runRecordSchema.parse(JSON.parse(readFileSync(join(directory, "run.json"), "utf8")));
}

/** Lines of a text without trailing blanks. */
export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trimEnd());
}

/** A tree without its times, from its heading to its last line. */
export function treeIn(stdout: string): string[] {
  const lines = linesOf(stdout);
  const begin = lines.findIndex((line) => line.startsWith("STEP "));
  const end = lines.findIndex((line, i) => i > begin && line === "");
  return lines.slice(begin, end).map((line) => line.replace(/ +\d+(\.\d+)?(ms|s)\b */, " ‹time› ").trimEnd());
}

/** Whether a command line tool is installed. */
export function has(tool: string, ...args: string[]): boolean {
  return spawnSync(tool, args, { stdio: "ignore" }).error === undefined;
}
