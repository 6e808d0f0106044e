import { writeSync } from "node:fs";
import { errorCode } from "../../files/error-code.js";

/**
 * Prints a line on standard output. It is written synchronously, as Node writes to files and pipes anyway; Node's console
 * would load streams and sockets first, which takes several milliseconds in each pod.
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
    // The pipe is full and non-blocking: Node's stream waits. Other errors, such as a closed pipe, are ignored as in console.
    if (errorCode(error) === "EAGAIN") process.stdout.write(rest);
  }
}
