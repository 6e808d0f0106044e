import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

// The same names as in src/files/temp-name.ts, for programs that run before the engine is bundled.

const pattern = /^\..+\.([\w-]*)-(\d+)-[0-9a-f]{12}\.part$/;

/**
 * A new temporary path in the same folder.
 * @param {string} path with a short file name
 */
export function tempSibling(path) {
  const random = randomBytes(6).toString("hex");
  return join(dirname(path), `.${basename(path)}.${host()}-${process.pid}-${random}.part`);
}

/** Whether a file name is a temporary one. @param {string} name */
export function isTempName(name) {
  return pattern.test(name);
}

/** Whether a file name is a temporary one whose process, of this machine, has ended. @param {string} name */
export function isAbandoned(name) {
  const [, writer, pid] = pattern.exec(name) ?? [];
  if (writer !== host()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code !== "EPERM";
  }
}

function host() {
  return hostname()
    .replaceAll(/[^\w-]/g, "")
    .slice(0, 40);
}
