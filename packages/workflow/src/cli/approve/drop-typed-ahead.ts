import type { ReadStream } from "node:tty";

/** How long nothing must come for what was typed before to be read, in milliseconds. */
const quiet = 50;
/** How long is waited at most: keys that are held down, or pasted text without an end. */
const longest = 500;

const interruptKey = 3;

/**
 * Reads and drops what was typed before a question is asked, so that it is not taken as the answer. Ctrl-C among it still
 * stops the run.
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
    const silence = setTimeout(done, quiet);
    const limit = setTimeout(done, longest);
    // Otherwise the terminal keeps a line until the return key is pressed.
    terminal.setRawMode(true);
    terminal.on("data", drop).resume();
  });
}
