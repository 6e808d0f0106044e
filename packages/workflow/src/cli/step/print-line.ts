import { writeSync } from "node:fs";
import { errorCode } from "../../files/error-code.js";

/**
 * Prints a line on standard output. Written at once, as Node writes to files and pipes anyway; its console would first
 * load streams and sockets, for several milliseconds of each pod.
 */
export function printLine(line: string): void {
  if (process.platform === "win32") {
    console.log(line);
    return;
  }
  let rest = Buffer.from(`${line}\n`);
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(1, rest));
  } catch (error) {
    // The pipe is full and does not block: Node's stream waits. Nobody reads any more: nothing to tell, as for console.
    if (errorCode(error) === "EAGAIN") process.stdout.write(rest);
  }
}
