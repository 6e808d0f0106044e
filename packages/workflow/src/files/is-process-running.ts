import { errorCode } from "./error-code.js";

/** Whether a process of this machine runs, whoever's it is. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it runs.
    return errorCode(error) === "EPERM";
  }
}
