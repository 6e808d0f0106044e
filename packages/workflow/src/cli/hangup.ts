import { closeSync, openSync } from "node:fs";

/**
 * Handles SIGHUP. If the terminal is gone (its window was closed, a connection broke), the run continues; a SIGHUP that was
 * sent by another process calls `stop`.
 * @returns a function that removes the handler
 */
export function onHangup(stop: () => void): () => void {
  const hadTerminal = hasTerminal();
  const handle = (): void => {
    if (!hadTerminal || hasTerminal()) stop();
  };
  process.on("SIGHUP", handle);
  return () => process.off("SIGHUP", handle);
}

/** Whether the process has a controlling terminal, even if its input and output are redirected. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r+"));
    return true;
  } catch {
    return false;
  }
}
