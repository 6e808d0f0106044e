import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../../files/digest.js";
import { errorCode } from "../../files/error-code.js";
import { flushFolder, flushTree } from "../../files/flush-to-disk.js";
import { withTempSibling } from "../../files/write-atomically.js";
import { explainFileErrorAt } from "../../storage/file-error.js";
import { localPath } from "../../storage/folder-transfer/local-path.js";

/** What renaming a folder says where something is. */
const taken = new Set<unknown>(["ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM"]);

/** How often a damaged input is put aside: others that do so at the same moment may come between. */
const attempts = 5;

interface Input {
  /** Of the file or folder. */
  readonly name: string;
  /** Another text each time that the content is another one. */
  readonly version: string;
  /** Puts it to a place, as a whole or not at all. */
  readonly fetch: (place: string) => Promise<unknown>;
}

/**
 * The place of an input that is kept by its version. It is fetched where it is not there, or was changed on this machine.
 * Several processes may ask at once.
 * @param folder that keeps inputs
 */
export async function cachedInput(folder: string, { name, version, fetch }: Input): Promise<string> {
  const place = join(folder, createHash("sha256").update(version).digest("hex").slice(0, 16));
  if (await isWhole(place, name)) return join(place, name);
  await withTempSibling(
    place,
    async (part) => {
      await mkdir(part);
      await fetch(localPath(part, name));
      const { sha256 } = await digest(localPath(part, name));
      await writeFile(noteIn(part, name), sha256);
      await flushTree(part);
      await putInPlace(part, place, name);
      await flushFolder(folder);
    },
    explainFileErrorAt(place),
  );
  return join(place, name);
}

/** What is there is not taken from whoever may be reading it, unless it is damaged. */
async function putInPlace(part: string, place: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(part, place);
    } catch (error) {
      if (!taken.has(errorCode(error)) || attempt === attempts) throw error;
    }
    if (await isWhole(place, name)) return;
    await withTempSibling(place, async (old) => {
      try {
        await rename(place, old);
      } catch (error) {
        if (errorCode(error) !== "ENOENT") throw error;
      }
    });
  }
}

/** Whether an input is there as it was fetched. */
async function isWhole(place: string, name: string): Promise<boolean> {
  try {
    const noted = await readFile(noteIn(place, name), "utf8");
    return (await digest(join(place, name))).sha256 === noted;
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return false;
    throw error;
  }
}

function noteIn(place: string, name: string): string {
  return join(place, `${name}.sha256`);
}
