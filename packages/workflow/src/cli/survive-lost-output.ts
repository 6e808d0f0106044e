import { closeSync, fstatSync } from "node:fs";
import { isatty } from "node:tty";
import { errorCode } from "../files/error-code.js";
import { exitCode } from "./exit-code.js";

/** Nobody reads any more: a pipe that was closed, as by `| head`, and a terminal that is gone. */
const unread = new Set<unknown>(["EPIPE", "EIO", "ENXIO", "ENOTCONN", "ECONNRESET"]);

/**
 * Lets a command go on where its output cannot be written: nobody reads it any more, or the disk of its log is full.
 * @param isLog whether standard output only reports what is done; else a command whose output is incomplete fails
 */
export function surviveLostOutput(isLog: boolean): void {
  let isIncomplete = false;
  const writesFile = !isatty(1) && !isPipe(1);
  process.stdout.on("error", (error) => {
    if (isLog || isIncomplete || !writesFile || unread.has(errorCode(error))) return;
    isIncomplete = true;
    console.error(
      `Standard output cannot be written: ${error.message}. Make room on its disk, and call again.`,
    );
  });
  process.stderr.on("error", () => {});
  const terminals = [0, 1, 2].filter((fd) => isatty(fd));
  process.on("exit", () => {
    if (isIncomplete) process.exitCode ||= exitCode.failed;
    // Node restores the mode of its terminals at its end, and aborts where one is gone and not closed.
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
    // It is closed already.
  }
}
