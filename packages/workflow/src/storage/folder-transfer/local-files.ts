import { readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../definition/errors.js";
import { isTempName } from "../../files/temp-name.js";
import { explainFileError } from "../file-error.js";
import { compareKeys } from "../object-key.js";
import { statLocal } from "../stat-local.js";
import type { FolderFile } from "./folder-transfer.js";

/**
 * Lists the files below a local folder, in the order of their names' bytes. Links are followed. Empty folders, which a store
 * cannot represent, and temporary files of a pull are skipped.
 * @param skipInvalid skips entries that would otherwise throw
 * @throws {UserError} for a link that is broken or leads back to itself, for a path that cannot be read, and for one that is
 * neither a file nor a folder
 */
export async function listLocalFiles(
  folder: string,
  { skipInvalid = false }: { readonly skipInvalid?: boolean } = {},
): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const attempt: Attempt = async (work) => {
    try {
      await work();
    } catch (error) {
      if (!skipInvalid) throw error;
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
  const path = join(folder, below).replace(/[\\/]+$/, "");
  const here = await realpath(path).catch(rethrowExplained);
  if (above.includes(here)) throw new UserError(`${path} is a link that leads back to itself. Remove it.`);
  for (const entry of await readdir(path).catch(rethrowExplained)) {
    if (isTempName(entry)) continue;
    await attempt(async () => {
      const name = `${below}${entry}`;
      const child = join(folder, name);
      const stats = await statLocal(child);
      if (stats === undefined) throw notFoundError(child, entry);
      if (stats.isDirectory()) await addFiles(files, folder, `${name}/`, [...above, here], attempt);
      else if (stats.isFile()) files.push({ name, bytes: stats.size });
      else throw new UserError(`${child} is neither a file nor a folder. A store cannot hold it: remove it.`);
    });
  }
}

/** The error for an entry that the folder lists but that cannot be found. */
function notFoundError(path: string, name: string): UserError {
  return new UserError(
    name.includes("\ufffd")
      ? `${path} cannot be read: its name is not UTF-8. Rename it.`
      : `${path} was removed while its folder was read. Try again.`,
  );
}

function rethrowExplained(error: unknown): never {
  throw explainFileError(error) ?? error;
}
