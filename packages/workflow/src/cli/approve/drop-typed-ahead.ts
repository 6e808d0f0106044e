import type { ReadStream } from "node:tty";

/** Milliseconds without input after which everything typed before has been read. */
const quietTime = 50;
/** Maximum wait in milliseconds, for a key that is held down or endless pasted text. */
const timeout = 500;

const interruptKey = 3;

/**
 * Discards input typed before a question is asked, so that it is not taken as the answer. A Ctrl-C in it still stops the
 * run.
 */
export function dropTypedAhead(terminal: ReadStream): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(silence);
      clearTimeout(limit);
      terminal.off("data", drop).pause();
      terminal.setRawMode(false);
      resolve();
    };
    const drop = (typed: Buffer | string): void => {
      if (Buffer.from(typed).includes(interruptKey)) process.emit("SIGINT");
      silence.refresh();
    };
    const silence = setTimeout(done, quietTime);
    const limit = setTimeout(done, timeout);
    // Otherwise the terminal buffers a line until Return is pressed.
    terminal.setRawMode(true);
    terminal.on("data", drop).resume();
  });
}
