import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";

/**
 * A new temporary path in the same folder, as src/files/temp-name.ts makes them: what a killed process leaves is known by it.
 * @param {string} path whose name is short
 */
export function tempSibling(path) {
  const host = hostname()
    .replaceAll(/[^\w-]/g, "")
    .slice(0, 40);
  const random = randomBytes(6).toString("hex");
  return join(dirname(path), `.${basename(path)}.${host}-${process.pid}-${random}.part`);
}
