import { access, constants, realpath, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/**
 * The path next to which temporary files for a folder are written, so that they can usually be renamed into the folder:
 * next to the folder, with links resolved, or inside it if it is a mount point or its parent is not writable.
 * @param folder must exist
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
