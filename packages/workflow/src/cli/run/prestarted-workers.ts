import type { ChildProcess } from "node:child_process";

declare global {
  /** Workers that bin/pipeline.js started before it loaded the program. */
  var pipelineReadyWorkers: ChildProcess[] | undefined;
  /** The starter's handler of Ctrl-C, until the command installs its own. */
  var pipelineOnEarlyInterrupt: (() => void) | undefined;
}

/** Takes over the prestarted workers, once. */
export function takePrestartedWorkers(): ChildProcess[] {
  const workers = globalThis.pipelineReadyWorkers ?? [];
  globalThis.pipelineReadyWorkers = undefined;
  return workers;
}

/** Removes the starter's handler of Ctrl-C; the command has installed its own. */
export function takeInterrupts(): void {
  if (globalThis.pipelineOnEarlyInterrupt !== undefined)
    process.off("SIGINT", globalThis.pipelineOnEarlyInterrupt);
}
