import type { ChildProcess } from "node:child_process";

declare global {
  /** Workers that the program's starter has begun to load while it loads the rest itself. */
  var pipelineReadyWorkers: ChildProcess[] | undefined;
  /** What the starter does at Ctrl-C until the command hears it. */
  var pipelineOnEarlyInterrupt: (() => void) | undefined;
}

/** Takes the workers that were started ahead. */
export function takePrestartedWorkers(): ChildProcess[] {
  const workers = globalThis.pipelineReadyWorkers ?? [];
  globalThis.pipelineReadyWorkers = undefined;
  return workers;
}

/** Takes over from the starter: the command hears Ctrl-C from now on. */
export function takeInterrupts(): void {
  if (globalThis.pipelineOnEarlyInterrupt !== undefined)
    process.off("SIGINT", globalThis.pipelineOnEarlyInterrupt);
}
