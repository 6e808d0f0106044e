import { access, constants, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * The place beside which parts of a folder are laid, so that they can mostly be renamed into it: beside the folder itself where
 * a link leads to it; inside of it where it is a disk of its own, or where nothing may be written beside it.
 * @param folder that is there
 */
export async function stagingLocation(folder: string): Promise<string> {
  const real = await realpath(folder);
  const above = dirname(real);
  const isOneDisk = (await stat(above)).dev === (await stat(real)).dev;
  return isOneDisk && (await isWritable(above)) ? real : join(real, basename(real));
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
