import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { isTempName } from "../../files/temp-name.js";
import { explainFileError } from "../file-error.js";
import { compareKeys } from "../object-key.js";
import { statLocal } from "../stat-local.js";
import type { FolderFile } from "./tree-file.js";

/**
 * The files below a folder of this machine, in the order of their names' bytes. Links are followed, as whoever reads the
 * folder follows them. Folders without a file do not count: a store has no folders; nor do parts that a pull lays there.
 * @param passOver leaves out what would be refused
 * @throws {UserError} for a link that leads to nothing or back to itself, for what cannot be read, and for what is neither a
 * file nor a folder
 */
export async function listLocalFiles(
  folder: string,
  { passOver = false }: { readonly passOver?: boolean } = {},
): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const attempt: Attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      if (!passOver) throw error;
    }
  };
  await attempt(() => addFiles(files, folder, "", [], attempt));
  return files.sort((a, b) => compareKeys(a.name, b.name));
}

type Attempt = (work: () => Promise<void>) => Promise<void>;

async function addFiles(
  files: FolderFile[],
  folder: string,
  below: string,
  above: readonly string[],
  attempt: Attempt,
): Promise<void> {
  const shown = join(folder, below).replace(/[\\/]+$/, "");
  const here = await realpath(shown).catch(inWords);
  if (above.includes(here)) throw new UserError(`${shown} is a link that leads back to itself. Remove it.`);
  for (const entry of await readdir(shown).catch(inWords)) {
    if (isTempName(entry)) continue;
    await attempt(async () => {
      const name = `${below}${entry}`;
      const path = join(folder, name);
      const stats = await statLocal(path);
      if (stats === undefined) throw notThere(path, entry);
      if (stats.isDirectory()) await addFiles(files, folder, `${name}/`, [...above, here], attempt);
      else if (stats.isFile()) files.push({ name, bytes: stats.size });
      else
        throw new UserError(
          `${path} is neither a file nor a folder. Only these can lie in a store: remove it.`,
        );
    });
  }
}

/** What a folder names and a path does not find. */
function notThere(path: string, name: string): UserError {
  return new UserError(
    name.includes("\ufffd")
      ? `${path} cannot be read: its name is not UTF-8. Rename it.`
      : `${path} was taken away while its folder was read. Try again.`,
  );
}

function inWords(error: unknown): never {
  throw explainFileError(error) ?? error;
}
