import { createHash } from "node:crypto";
import { accessSync, constants, lstatSync, mkdirSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BundleError } from "./bundle-error.js";

/**
 * Folders for bundles in order of preference: in the project's node_modules, then in the system's temporary folder.
 * @param {string} root
 */
export function* cacheFolders(root) {
  const inside = join(root, "node_modules", ".cache", "tiphys");
  if (isWritable(inside)) yield inside;
  yield outsideFolder(root, inside);
}

/** @param {string} folder */
function isWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A folder in the system's temporary folder, with a link to the project's packages, so that the bundle can import them.
 * @throws {BundleError} if another user owns it or can write to it
 * @param {string} root @param {string} inside
 */
function outsideFolder(root, inside) {
  const outside = join(tmpdir(), `tiphys-${process.getuid?.() ?? "user"}-${shortDigest(root)}`);
  mkdirSync(outside, { recursive: true, mode: 0o700 });
  // Code in this folder is executed, so no other user may be able to write to it.
  const { uid, mode } = lstatSync(outside);
  if (process.getuid !== undefined && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
    throw new BundleError(
      `${inside} cannot be written, and ${outside} belongs to another user or is writable by others. Remove it, or make the first one writable.`,
    );
  }
  try {
    symlinkSync(join(root, "node_modules"), join(outside, "node_modules"), "dir");
  } catch {
    // The link exists.
  }
  return outside;
}

/** A short name for a project. @param {string} root */
export function shortDigest(root) {
  return createHash("sha256").update(root).digest("hex").slice(0, 16);
}
