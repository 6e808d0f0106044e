import { type ChildProcess, fork } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { StepListener } from "../../execution/step-job.js";
import type { StepExecutor, StepOutcome } from "./executor.js";
import { killGroup, ownGroup, ProcessGroups } from "./process-groups.js";
import { endOfStep, type FromWorker, type ToWorker } from "./worker-messages.js";

/** How to start this project's program again. */
export interface Program {
  readonly script: string;
}

/**
 * Runs steps in worker processes that are reused. A worker that is stopped or dies is replaced.
 * @param ready workers that are already started
 */
export function workerPoolExecutor(program: Program, ready: readonly ChildProcess[] = []): StepExecutor {
  const idle: ChildProcess[] = [...ready];
  const groups = new ProcessGroups();
  for (const worker of ready) groups.add(worker);

  function takeWorker(): ChildProcess {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.connected) return worker;
    }
    const worker = startWorker(program);
    groups.add(worker);
    return worker;
  }

  return {
    async execute(step, job, listener, signal) {
      if (signal.aborted) return { kind: "lost", message: "stopped" };
      const worker = takeWorker();
      const outcome = await runIn(worker, { type: "execute", step: step.name, job }, listener, signal);
      if (worker.connected && outcome.kind !== "lost") idle.push(worker);
      return outcome;
    },
    async close() {
      groups.close();
    },
  };
}

/** How long to wait for the rest of a step's output, in milliseconds: a program that the step started may keep the pipe open. */
export const drainTime = 1000;

/** The longest time to wait for it while lines still come, in milliseconds. */
const maxDrainTime = 120_000;

/** The same, after the worker has exited: its pipe holds little, so what still comes is of a program that the step started. */
const maxDrainAfterExit = 3000;

/** Waits for the ends of the streams, but not when no line comes any more, and not longer than `max` milliseconds. */
async function drained(printed: readonly Printed[], max: number): Promise<void> {
  const begun = Date.now();
  let isOver = false;
  const ends = Promise.all(printed.map(({ ended }) => ended)).then(() => {
    isOver = true;
  });
  const lastLine = (): number => Math.max(begun, ...printed.map((each) => each.lastLine()));
  while (!isOver && Date.now() - lastLine() < drainTime && Date.now() - begun < max)
    await Promise.race([ends, sleep(drainTime / 4, undefined, { ref: false })]);
}

/** Starts a worker, which loads the program at once and then waits for jobs. */
export function startWorker(program: Program): ChildProcess {
  return fork(program.script, ["worker"], { ...ownGroup, stdio: ["ignore", "pipe", "pipe", "ipc"] });
}

function runIn(
  worker: ChildProcess,
  message: ToWorker,
  listener: StepListener,
  signal: AbortSignal,
): Promise<StepOutcome> {
  return new Promise((resolve) => {
    const printed = [worker.stdout, worker.stderr].map((stream) => forwardLines(stream, listener));
    const onMessage = (from: FromWorker): void => {
      if (from.type === "log") from.lines.forEach((line) => void listener.log(line));
      else if (from.type === "progress") listener.progress(from.done, from.total);
      else end(from.outcome);
    };
    let hasExited = false;
    const onExit = (code: number | null, killedBy: string | null): void => {
      hasExited = true;
      if (signal.aborted) {
        end({ kind: "lost", message: "stopped" });
        return;
      }
      end(
        code === null || code === 0
          ? {
              kind: "lost",
              message: `its worker process was ended${killedBy === null ? "" : ` by ${killedBy}`}`,
            }
          : { kind: "failed", exitCode: code, message: `its worker process ended with exit code ${code}` },
      );
    };
    const onError = (error: Error): void =>
      end({ kind: "lost", message: `its worker process: ${error.message}` });
    // The outcome follows from the worker's exit: until then it may still write.
    const onAbort = (): void => killGroup(worker);
    const end = (outcome: StepOutcome): void => {
      worker.off("message", onMessage).off("exit", onExit).off("error", onError);
      signal.removeEventListener("abort", onAbort);
      void drained(printed, hasExited ? maxDrainAfterExit : maxDrainTime).then(() => {
        for (const { close } of printed) close();
        resolve(outcome);
      });
    };
    worker.on("message", onMessage).on("exit", onExit).on("error", onError);
    signal.addEventListener("abort", onAbort, { once: true });
    worker.send(message, (error) => {
      if (error !== null && error !== undefined) onError(error);
    });
  });
}

/** The output of a step on one stream. */
interface Printed {
  readonly ended: Promise<void>;
  /** When the last line came, in milliseconds since 1970; 0 if none has come. */
  lastLine(): number;
  close(): void;
}

/** Forwards the lines of a stream to the listener, until the step's end marker or the end of the stream. */
function forwardLines(stream: Readable | null, listener: StepListener): Printed {
  if (stream === null) return { ended: Promise.resolve(), lastLine: () => 0, close() {} };
  let lastLine = 0;
  const lines = createInterface({ input: stream });
  const ended = new Promise<void>((resolve) => {
    lines.once("close", resolve);
    lines.on("line", (line) => {
      lastLine = Date.now();
      const last = line.endsWith(endOfStep);
      const text = last ? line.slice(0, -endOfStep.length) : line;
      if (text !== "" || !last) listener.log(text);
      if (last) resolve();
    });
  });
  return { ended, lastLine: () => lastLine, close: () => lines.close() };
}
