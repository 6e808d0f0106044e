import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import { createInterface } from "node:readline";
import { killGroup, ownGroup } from "../../local/executors/process-groups.js";

/** How often a step's progress is read, in milliseconds; Argo's executor reads it every 3 s. */
const progressInterval = 500;

/** One attempt of a step. */
export interface Attempt {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly progressFile: string;
  /** In milliseconds; the attempt is killed then. */
  readonly timeout?: number;
}

export interface AttemptListener {
  /** A line of the step's standard output or error. */
  line(text: string, stream: "stdout" | "stderr"): void;
  progress(done: number, total: number): void;
}

/** How an attempt ended: with an exit code, which for one that was killed is 128 and the signal's number, as in a container. */
export interface Ended {
  readonly exitCode: number;
  /** The signal that ended it. */
  readonly killedBy?: NodeJS.Signals;
  readonly timedOut: boolean;
}

/** Runs a step in a process of its own, as a pod would that runs only this step. */
export function runAttempt(
  { args, env, progressFile, timeout }: Attempt,
  listener: AttemptListener,
  signal: AbortSignal,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { ...ownGroup, stdio: ["ignore", "pipe", "pipe"], env });
    let timedOut = false;
    const kill = (): void => killGroup(child);
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            kill();
          }, timeout);
    const interval = setInterval(() => readProgress(progressFile, listener), progressInterval);
    signal.addEventListener("abort", kill, { once: true });
    if (signal.aborted) kill();
    const release = (): void => {
      clearTimeout(timer);
      clearInterval(interval);
      signal.removeEventListener("abort", kill);
    };
    forwardLines(child, listener);
    child.once("error", (error) => {
      release();
      reject(error);
    });
    child.once("close", (code, killedBy) => {
      release();
      if (killedBy === null) resolve({ exitCode: code ?? 1, timedOut });
      else resolve({ exitCode: 128 + constants.signals[killedBy], killedBy, timedOut });
    });
  });
}

function forwardLines({ stdout, stderr }: ChildProcess, listener: AttemptListener): void {
  if (stdout !== null) createInterface({ input: stdout }).on("line", (line) => listener.line(line, "stdout"));
  if (stderr !== null) createInterface({ input: stderr }).on("line", (line) => listener.line(line, "stderr"));
}

function readProgress(file: string, listener: AttemptListener): void {
  try {
    const match = /^(\d+)\/(\d+)/.exec(readFileSync(file, "utf8"));
    if (match !== null) listener.progress(Number(match[1]), Number(match[2]));
  } catch {
    // A step that reports no progress does not write the file.
  }
}
