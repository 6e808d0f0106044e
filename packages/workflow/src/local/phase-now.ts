import { hostname } from "node:os";
import { isProcessRunning } from "../files/is-process-running.js";
import type { Phase } from "./run-record.js";

interface RecordedPhase {
  readonly phase: Phase;
  readonly message?: string | undefined;
  readonly pid: number;
  readonly host?: string | undefined;
}

/**
 * The phase of a run, and the message about it. The record of a run that was killed says Running for ever: if its process has
 * ended, it was interrupted. Of a process on another machine nothing is known here; its run counts as running.
 */
export function phaseNow({ phase, message, pid, host }: RecordedPhase): {
  readonly phase: Phase;
  readonly message: string | undefined;
} {
  if (phase !== "Running") return { phase, message };
  if (host !== undefined && host !== hostname()) return { phase, message: `on ${host}` };
  if (isProcessRunning(pid)) return { phase, message };
  return { phase: "Interrupted", message: `process ${pid} ended before the run did` };
}
