import { lstatSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stampedDigests } from "./bundle-stamp.js";
import { isAbandoned, isTempName, tempSibling } from "./temp-name.js";

const day = 24 * 3600 * 1000;

/** Bundles unused for this long are removed, in milliseconds. */
const keepFor = 7 * day;

/** How many bundles to keep besides the current one, so that reverting an edit needs no new bundle. */
const keepLast = 4;

/**
 * Removes files that killed processes left, and all bundles except the last few and those in use.
 * @param {string} cache @param {string} used
 */
export function sweepBundles(cache, used) {
  const bundles = [];
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (name === used || stat === undefined || stat.isSymbolicLink()) continue;
    const isOld = Date.now() - stat.mtimeMs > keepFor;
    if (isTempName(name) ? isAbandoned(name) || isOld : isOld) remove(path);
    else if (/^[0-9a-f]{64}$/.test(name)) bundles.push({ name, path, time: stat.mtimeMs });
  }
  const stamped = stampedDigests(cache);
  const surplus = bundles
    .filter(({ name, path }) => !stamped.includes(name) && !isHeld(path))
    .sort((a, b) => b.time - a.time)
    .slice(keepLast);
  for (const { path } of surplus) remove(path);
}

/** @param {string} folder */
function isHeld(folder) {
  try {
    return readdirSync(folder).some((name) => isTempName(name) && !isAbandoned(name));
  } catch {
    return false;
  }
}

/**
 * Marks a bundle as in use while this process runs, as it may load further files of it and start processes.
 * @param {string} program path of the program
 */
export function holdBundle(program) {
  const note = tempSibling(join(dirname(program), "user"));
  try {
    writeFileSync(note, "");
    process.on("exit", () => rmSync(note, { force: true }));
  } catch {
    // A bundle that cannot be written to is not swept either.
  }
}

/** Updates the time of a bundle, at most once a day, which is enough for the sweep. @param {string} folder */
export function markAsUsed(folder) {
  try {
    if (Date.now() - statSync(folder).mtimeMs > day) utimesSync(folder, new Date(), new Date());
  } catch {
    // No permission: then it is not swept either.
  }
}

/** @param {string} path */
function remove(path) {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {
    // It belongs to another user, or another process is removing it.
  }
}
