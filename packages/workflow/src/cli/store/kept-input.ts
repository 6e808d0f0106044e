import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../../local/digest.js";
import { placeOf } from "../../storage/tree/place-of.js";
import { besides } from "../../storage/written-beside.js";

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
export async function keptInput(folder: string, { name, version, fetch }: Input): Promise<string> {
  const place = join(folder, createHash("sha256").update(version).digest("hex").slice(0, 16));
  if (await isWhole(place, name)) return join(place, name);
  await besides(place, async (part) => {
    await mkdir(part);
    await fetch(placeOf(part, name));
    const { sha256 } = await digest(placeOf(part, name));
    await writeFile(noteIn(part, name), sha256);
    // Another process may have been faster, and may be reading it by now.
    if (await isWhole(place, name)) return;
    await rm(place, { recursive: true, force: true });
    try {
      await rename(part, place);
    } catch (error) {
      if (!(await isWhole(place, name))) throw error;
    }
  });
  return join(place, name);
}

/** Whether an input is there as it was fetched. */
async function isWhole(place: string, name: string): Promise<boolean> {
  if (!existsSync(noteIn(place, name)) || !existsSync(join(place, name))) return false;
  return (await digest(join(place, name))).sha256 === (await readFile(noteIn(place, name), "utf8"));
}

function noteIn(place: string, name: string): string {
  return join(place, `${name}.sha256`);
}
