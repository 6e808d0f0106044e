import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import type { StepListener } from "../../execution/step-job.js";
import { originOf, type StepOutcome } from "./executor.js";
import { killGroup, ownGroup, type ProcessGroups } from "./process-groups.js";
import { drainTime } from "./worker-pool.js";

/** How often the progress file is read, in milliseconds; Argo's executor reads it every 3 s. */
const progressInterval = 250;

/** How many of the last lines of standard error are searched for the message of a failure. */
const maxErrorLines = 10_000;

/** A process that runs a step as a pod does. */
export interface PodProcess {
  /** The step's name, with which its error message begins. */
  readonly step: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Its environment variables. */
  readonly env: NodeJS.ProcessEnv;
  /** The file to which it writes its progress. */
  readonly progressFile: string;
  /** Its working directory. Default: this process's. */
  readonly cwd?: string;
}

/**
 * Runs such a process to its end, and reports its lines and its progress.
 * @param groups kills it when they are closed
 * @param signal kills it, with the processes that it started
 * @returns the outcome according to its exit code
 */
export function runPodProcess(
  { step, command: [program, ...args], env, progressFile, cwd = process.cwd() }: PodProcess,
  groups: ProcessGroups,
  listener: StepListener,
  signal: AbortSignal,
): Promise<StepOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...ownGroup, stdio: ["ignore", "pipe", "pipe"], env, cwd });
    groups.add(child);
    const errorLines: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => listener.log(line));
    createInterface({ input: child.stderr }).on("line", (line) => {
      errorLines.push(line);
      if (errorLines.length > 2 * maxErrorLines) errorLines.splice(0, maxErrorLines);
      listener.log(line);
    });
    const timer = setInterval(() => readProgress(progressFile, listener), progressInterval);
    const onAbort = (): void => killGroup(child);
    signal.addEventListener("abort", onAbort, { once: true });
    let drain: NodeJS.Timeout | undefined;
    const end = (outcome: StepOutcome): void => {
      clearInterval(timer);
      clearTimeout(drain);
      signal.removeEventListener("abort", onAbort);
      resolve(outcome);
    };
    child.on("error", (error) =>
      end({ kind: "lost", message: `its process could not be started: ${error.message}` }),
    );
    const onEnd = (exitCode: number | null, killedBy: string | null): void => {
      readProgress(progressFile, listener);
      if (exitCode === 0) end({ kind: "succeeded" });
      else if (exitCode === null) end({ kind: "lost", message: `its process was ended by ${killedBy}` });
      else end({ kind: "failed", exitCode, ...failureIn(errorLines, step, exitCode) });
    };
    // "close" is emitted when all output has been read. A program that the step started may delay it.
    child.on("exit", (...how) => {
      drain = setTimeout(() => onEnd(...how), drainTime);
    });
    child.on("close", onEnd);
  });
}

/** The message at the end of the command's standard error, which begins with the step's name and a colon, and the stack before it. */
function failureIn(
  errorLines: readonly string[],
  step: string,
  exitCode: number,
): { readonly message: string; readonly stack?: string; readonly at?: string } {
  const prefix = `${step}: `;
  const begin = errorLines.findLastIndex((line) => line.startsWith(prefix));
  const message =
    begin < 0 ? (errorLines.at(-1) ?? "") : errorLines.slice(begin).join("\n").slice(prefix.length);
  const before = errorLines.slice(0, Math.max(begin, 0));
  const origin = /^\s+at /.test(before.at(-1) ?? "") ? originOf(stackAtEnd(before, message)) : {};
  return { message: message || `exit code ${exitCode}`, ...origin };
}

/** The last stack in these lines, from the line in which its error's message begins. */
function stackAtEnd(lines: readonly string[], message: string): string {
  const last = lines.findLastIndex((line) => !/^\s+at /.test(line));
  return lines.slice(Math.max(last - message.split("\n").length + 1, 0)).join("\n");
}

function readProgress(file: string, listener: StepListener): void {
  try {
    const match = /^(\d+)\/(\d+)/.exec(readFileSync(file, "utf8"));
    if (match !== null) listener.progress(Number(match[1]), Number(match[2]));
  } catch {
    // A step that reports no progress does not write the file.
  }
}
