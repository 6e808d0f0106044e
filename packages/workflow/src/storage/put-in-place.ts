import { copyFile, link, lstat, rename } from "node:fs/promises";
import { errorCode } from "./error-code.js";
import { besides } from "./written-beside.js";

/** What linking says on a disk that has no hard links, or allows none here; EISDIR is what Windows says of exFAT. */
const noLinks = new Set<unknown>(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "EISDIR"]);

/** Renames a file that was written elsewhere to its place, in which a file may be; a copy of it where that is on another disk. */
export async function replaceBy(part: string, place: string): Promise<void> {
  await onSameDisk(part, place, (near) => rename(near, place));
}

/**
 * The same where nothing may be in the place.
 * @returns whether nothing was: else what is there stays
 */
export async function putIfNothing(part: string, place: string): Promise<boolean> {
  return onSameDisk(part, place, (near) => linked(near, place));
}

/** Unlike renaming, linking fails where something is there. Whoever made the part takes its other name away. */
async function linked(part: string, place: string): Promise<boolean> {
  try {
    await link(part, place);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    if (!noLinks.has(errorCode(error))) throw error;
  }
  // Without links, no more can be done than to look just before.
  if ((await lstat(place).catch(() => undefined)) !== undefined) return false;
  await rename(part, place);
  return true;
}

async function onSameDisk<T>(part: string, place: string, move: (near: string) => Promise<T>): Promise<T> {
  try {
    return await move(part);
  } catch (error) {
    if (errorCode(error) !== "EXDEV") throw error;
  }
  return besides(place, async (copy) => {
    await copyFile(part, copy);
    return move(copy);
  });
}
