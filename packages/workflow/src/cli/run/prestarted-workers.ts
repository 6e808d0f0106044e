import type { ChildProcess } from "node:child_process";

declare global {
  /** Workers that bin/tiphys.js started before it loaded the program. */
  var tiphysReadyWorkers: ChildProcess[] | undefined;
  /** The starter's handler of Ctrl-C, until the command installs its own. */
  var tiphysOnEarlyInterrupt: (() => void) | undefined;
}

/** Takes over the prestarted workers, once. */
export function takePrestartedWorkers(): ChildProcess[] {
  const workers = globalThis.tiphysReadyWorkers ?? [];
  globalThis.tiphysReadyWorkers = undefined;
  return workers;
}

/** Removes the starter's handler of Ctrl-C; the command has installed its own. */
export function takeInterrupts(): void {
  if (globalThis.tiphysOnEarlyInterrupt !== undefined)
    process.off("SIGINT", globalThis.tiphysOnEarlyInterrupt);
}
