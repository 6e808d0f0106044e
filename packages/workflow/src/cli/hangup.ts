import { closeSync, openSync } from "node:fs";

/**
 * Watches for SIGHUP. Where the terminal is gone (its window was closed, a connection broke), the run goes on without being
 * watched; a SIGHUP that somebody sent stops it.
 * @returns ends the watch
 */
export function onHangup(stop: () => void): () => void {
  const hadTerminal = hasTerminal();
  const hear = (): void => {
    if (!hadTerminal || hasTerminal()) stop();
  };
  process.on("SIGHUP", hear);
  return () => process.off("SIGHUP", hear);
}

/** Whether the process belongs to a terminal, wherever its input and output go. */
function hasTerminal(): boolean {
  try {
    closeSync(openSync("/dev/tty", "r+"));
    return true;
  } catch {
    return false;
  }
}
