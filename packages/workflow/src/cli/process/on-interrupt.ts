import { closeSync, openSync } from "node:fs";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface InterruptOptions {
  /**
   * Whether a second Ctrl-C or SIGTERM ends the process immediately; otherwise it changes nothing. Not for commands with an
   * npm script: npm may send them the Ctrl-C that the terminal has already sent.
   */
  readonly endsAtSecond?: boolean;
  /** Whether the command continues if its terminal is gone (its window was closed, a connection broke). */
  readonly outlivesTerminal?: boolean;
}

export interface Interrupt {
  /** Aborted by the first signal. */
  readonly signal: AbortSignal;
  /** Removes the handlers. */
  readonly release: () => void;
}

/** Handles Ctrl-C (SIGINT), SIGTERM and SIGHUP, so that the first of them stops what a command does. */
export function onInterrupt({
  endsAtSecond = false,
  outlivesTerminal = false,
}: InterruptOptions = {}): Interrupt {
  const controller = new AbortController();
  const hadTerminal = outlivesTerminal && hasTerminal();
  const stop = (name: NodeJS.Signals): void => {
    if (name === "SIGHUP" && hadTerminal && !hasTerminal()) return;
    // A closed terminal sends SIGHUP more than once.
    if (endsAtSecond) process.off("SIGINT", stop).off("SIGTERM", stop);
    controller.abort();
  };
  const release = (): void => {
    for (const name of signals) process.off(name, stop);
  };
  for (const name of signals) process.on(name, stop);
  return { signal: controller.signal, release };
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
