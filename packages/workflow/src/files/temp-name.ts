import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { isProcessRunning } from "./is-process-running.js";

/** `.NAME.HOST-PID-RANDOM.part`, as in bin/temp-name.js. */
const pattern = /^\..+\.([\w-]*)-(\d+)-[0-9a-f]{12}\.part$/;

/** How many bytes of the original name are kept: a file name has at most 255 bytes. */
const maxNameBytes = 100;

/**
 * A new temporary path in the same folder, and therefore on the same disk. The name includes the host, because on a shared
 * disk processes of several machines may have the same id.
 */
export function tempSibling(path: string): string {
  // Not node:crypto: a step of a pod would load it for this alone, in about 5 ms. Host and process id are in the name already.
  const random = Math.floor(Math.random() * 2 ** 48)
    .toString(16)
    .padStart(12, "0");
  return join(dirname(path), `.${shorten(basename(path))}.${host()}-${process.pid}-${random}.part`);
}

/** Whether a file name is a temporary one. Such a file is not data, even if a killed process has left it. */
export function isTempName(name: string): boolean {
  return pattern.test(name);
}

/** Whether a file name is a temporary one of a process of this machine that has ended. */
export function isAbandoned(name: string): boolean {
  const [, writer, pid] = pattern.exec(name) ?? [];
  return writer === host() && !isProcessRunning(Number(pid));
}

function host(): string {
  return hostname()
    .replaceAll(/[^\w-]/g, "")
    .slice(0, 40);
}

/** Cuts between characters, not inside one. */
function shorten(name: string): string {
  const characters = [...name];
  while (Buffer.byteLength(characters.join("")) > maxNameBytes) characters.pop();
  return characters.join("");
}
