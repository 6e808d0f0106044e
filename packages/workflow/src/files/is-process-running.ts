import { errorCode } from "./error-code.js";

/** Whether a process with this id runs on this machine, under any user. */
export function isProcessRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // The process of another user runs, but may not be signalled.
    return errorCode(error) === "EPERM";
  }
}
