import type { ChildProcess } from "node:child_process";

declare global {
  /** Workers that the program's starter has begun to load while it loads the rest itself. */
  var pipelineReadyWorkers: ChildProcess[] | undefined;
}

/** Takes the workers that were started ahead. */
export function takeReadyWorkers(): ChildProcess[] {
  const workers = globalThis.pipelineReadyWorkers ?? [];
  globalThis.pipelineReadyWorkers = undefined;
  return workers;
}
