import { closeSync } from "node:fs";
import { Socket } from "node:net";
import { isatty } from "node:tty";

/** Error codes of output without a reader: a closed pipe, as by `| head`, or a terminal that is gone. */
const noReaderCodes = new Set<unknown>(["EPIPE", "EIO", "ENXIO", "ENOTCONN", "ECONNRESET"]);

/**
 * Lets a command continue if its output cannot be written, because there is no reader or the disk is full.
 * @param isLog whether standard output is only a log; otherwise the command fails if a file gets incomplete output
 */
export function surviveLostOutput(isLog: boolean): void {
  let isIncomplete = false;
  // Not fstat: Node 20 resolves no links in paths of modules while the last file that it looked at was a pipe.
  const writesFile = !(process.stdout instanceof Socket);
  process.stdout.on("error", (error) => {
    if (isLog || isIncomplete || !writesFile || noReaderCodes.has((error as NodeJS.ErrnoException).code))
      return;
    isIncomplete = true;
    console.error(
      `Standard output cannot be written: ${error.message}. Free disk space and run the command again.`,
    );
  });
  process.stderr.on("error", () => {});
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.on("exit", () => {
    if (isIncomplete) process.exitCode ||= 1;
    // At exit Node restores the mode of its terminals, and aborts if one is gone and not closed.
    for (const fd of terminals) if (!isatty(fd)) closeQuietly(fd);
  });
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // Already closed.
  }
}
