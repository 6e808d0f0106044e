import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import type { StepJob, StepListener } from "../../execution/step-job.js";
import { removeAbandoned } from "../../files/remove-abandoned.js";
import { tempSibling } from "../../files/temp-name.js";
import type { StepExecutor, StepOutcome } from "./executor.js";
import { killGroup, ownGroup, ProcessGroups } from "./process-groups.js";
import { drainTime, type Program } from "./worker-pool.js";

/** How often the progress file is read, in milliseconds; Argo's executor reads it every 3 s. */
const progressInterval = 250;

/**
 * Runs each step in a separate process, started as in a pod: `step NAME PARAMS_FILE`, with input artifacts in a directory
 * under their names, progress in a file, and the outcome as an exit code.
 */
export function processPerStepExecutor(program: Program): StepExecutor {
  const groups = new ProcessGroups();
  let cleaned: Promise<void> | undefined;
  return {
    async execute(step, job, listener, signal) {
      if (signal.aborted) return { kind: "lost", message: "stopped" };
      // Temporary folders of runs that were killed.
      cleaned ??= removeAbandoned(tmpdir());
      await cleaned;
      const pod = tempSibling(join(tmpdir(), "tiphys-pod"));
      mkdirSync(pod, { mode: 0o700 });
      try {
        layOut(pod, job);
        return await runProcess(groups, program, step.name, pod, job, listener, signal);
      } finally {
        rmSync(pod, { recursive: true, force: true });
      }
    },
    async close() {
      groups.close();
    },
  };
}

function layOut(pod: string, job: StepJob): void {
  const parameters = Object.entries(job.parameters).map(([name, value]) => ({ name, value }));
  writeFileSync(join(pod, "parameters.json"), JSON.stringify(parameters.length === 0 ? null : parameters));
  const inputs = join(pod, "inputs");
  mkdirSync(inputs);
  for (const [name, path] of Object.entries(job.artifacts)) {
    if (typeof path === "string") {
      symlinkSync(path, join(inputs, name));
      continue;
    }
    mkdirSync(join(inputs, name));
    for (const [index, item] of path.entries())
      symlinkSync(item, join(inputs, name, `${index}${extname(item)}`));
  }
}

function runProcess(
  groups: ProcessGroups,
  program: Program,
  step: string,
  pod: string,
  job: StepJob,
  listener: StepListener,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const progressFile = join(pod, "progress");
  const args = [
    "step",
    step,
    join(pod, "parameters.json"),
    "--inputs",
    join(pod, "inputs"),
    "--outputs",
    job.outputs,
  ];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...process.execArgv, program.script, ...args], {
      ...ownGroup,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        ARGO_PROGRESS_FILE: progressFile,
        STEP_RETRIES: String(job.attempt - 1),
        NO_COLOR: "1",
      },
    });
    groups.add(child);
    const errorLines: string[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => listener.log(line));
    createInterface({ input: child.stderr }).on("line", (line) => {
      errorLines.push(line);
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
      else end({ kind: "failed", exitCode, message: messageOf(errorLines, step) || `exit code ${exitCode}` });
    };
    // "close" is emitted when all output has been read. A program that the step started may delay it.
    child.on("exit", (...how) => {
      drain = setTimeout(() => onEnd(...how), drainTime);
    });
    child.on("close", onEnd);
  });
}

/** The message at the end of the command's standard error, which begins with the step's name and a colon. */
function messageOf(errorLines: readonly string[], step: string): string {
  const prefix = `${step}: `;
  const begin = errorLines.findLastIndex((line) => line.startsWith(prefix));
  return begin < 0 ? (errorLines.at(-1) ?? "") : errorLines.slice(begin).join("\n").slice(prefix.length);
}

function readProgress(file: string, listener: StepListener): void {
  try {
    const match = /^(\d+)\/(\d+)/.exec(readFileSync(file, "utf8"));
    if (match !== null) listener.progress(Number(match[1]), Number(match[2]));
  } catch {
    // A step that reports no progress does not write the file.
  }
}
