import module from "node:module";
import { findSteps } from "../../definition/find-steps.js";
import type { Workflow } from "../../definition/graph.js";
import { executeStep } from "../../execution/execute-step.js";
import type { StepListener } from "../../execution/step-job.js";
import { outcomeOfError, type StepOutcome } from "./executor.js";
import { LogSender } from "./log-sender.js";
import { endOfStep, type FromWorker, type ToWorker } from "./worker-messages.js";

/** Kills this process and, if it leads a process group, the processes that its steps have started. */
function endWithChildren(): void {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    process.exit();
  }
}

/** Lets a step wait until its output is read: on one thread, Node would collect all of it in memory until the step has ended. */
function blockWrites(stream: NodeJS.WriteStream): void {
  const handle: unknown = Reflect.get(stream, "_handle");
  if (typeof handle !== "object" || handle === null || !("setBlocking" in handle)) return;
  if (typeof handle.setBlocking === "function") handle.setBlocking(true);
}

/** Node stores compiled code when a process exits, but a worker is killed. Node 22.10 and newer. */
function keepCompiledCode(): void {
  if ("flushCompileCache" in module && typeof module.flushCompileCache === "function") {
    module.flushCompileCache();
  }
}

/** Runs a worker: waits for jobs, runs them one after the other, and ends when its parent has ended. */
export async function runWorker(workflows: readonly Workflow[]): Promise<void> {
  const steps = findSteps(workflows);
  const send = (message: FromWorker): void => {
    process.send?.(message);
  };
  const execute = async ({ step: name, job }: ToWorker): Promise<StepOutcome> => {
    const step = steps.get(name);
    if (step === undefined) return { kind: "failed", exitCode: 2, message: `there is no step "${name}".` };
    const logs = new LogSender((lines) => send({ type: "log", lines }));
    const listener: StepListener = {
      log: (line) => logs.log(line),
      progress: (done, total) => send({ type: "progress", done, total }),
    };
    // Also after an exception that nobody catches.
    const flush = (): void => logs.flush();
    process.once("exit", flush);
    try {
      await executeStep(step, job, listener, new AbortController().signal);
      return { kind: "succeeded" };
    } catch (error) {
      return outcomeOfError(error);
    } finally {
      process.off("exit", flush);
      logs.flush();
    }
  };
  for (const stream of [process.stdout, process.stderr]) blockWrites(stream);
  // Without its own process group, a worker receives Ctrl-C too. Ignored: the parent decides when a worker ends.
  process.on("SIGINT", () => {});
  let executing = 0;
  process.on("message", (message: ToWorker) => {
    executing += 1;
    void execute(message).then((outcome) => {
      process.stdout.write(`${endOfStep}\n`);
      process.stderr.write(`${endOfStep}\n`);
      executing -= 1;
      send({ type: "ended", outcome });
      keepCompiledCode();
    });
  });
  if (process.connected) await new Promise((resolve) => process.once("disconnect", resolve));
  if (executing > 0) endWithChildren();
}
