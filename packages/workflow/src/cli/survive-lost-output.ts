import { closeSync, fstatSync } from "node:fs";
import { isatty } from "node:tty";
import { errorCode } from "../files/error-code.js";
import { exitCode } from "./exit-code.js";

/** Error codes of output without a reader: a closed pipe, as by `| head`, or a terminal that is gone. */
const noReaderCodes = new Set<unknown>(["EPIPE", "EIO", "ENXIO", "ENOTCONN", "ECONNRESET"]);

/**
 * Lets a command continue if its output cannot be written, because there is no reader or the disk is full.
 * @param isLog whether standard output is only a log; otherwise the command fails if a file gets incomplete output
 */
export function surviveLostOutput(isLog: boolean): void {
  let isIncomplete = false;
  const writesFile = !isatty(1) && !isPipe(1);
  process.stdout.on("error", (error) => {
    if (isLog || isIncomplete || !writesFile || noReaderCodes.has(errorCode(error))) return;
    isIncomplete = true;
    console.error(
      `Standard output cannot be written: ${error.message}. Free disk space and run the command again.`,
    );
  });
  process.stderr.on("error", () => {});
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.on("exit", () => {
    if (isIncomplete) process.exitCode ||= exitCode.failed;
    // At exit Node restores the mode of its terminals, and aborts if one is gone and not closed.
    for (const fd of terminals) if (!isatty(fd)) closeQuietly(fd);
  });
}

function isPipe(fd: number): boolean {
  try {
    const stats = fstatSync(fd);
    return stats.isFIFO() || stats.isSocket();
  } catch {
    return true;
  }
}

function closeQuietly(fd: number): void {
  try {
    closeSync(fd);
  } catch {
    // Already closed.
  }
}
