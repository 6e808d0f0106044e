import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { digest } from "../../files/digest.js";
import { errorCode } from "../../files/error-code.js";
import { flushFolder, flushTree } from "../../files/flush-to-disk.js";
import { withTempSibling } from "../../files/write-atomically.js";
import { explainFileErrorAt } from "../../storage/file-error.js";
import { localPath } from "../../storage/folder-transfer/local-path.js";

/** Error codes of renaming a folder to an existing path. */
const existsCodes = new Set<unknown>(["ENOTEMPTY", "EEXIST", "ENOTDIR", "EPERM"]);

/** How often to replace a damaged input, as other processes may do the same at the same time. */
const maxAttempts = 5;

interface Input {
  /** Name of the file or folder. */
  readonly name: string;
  /** A text that differs whenever the content differs. */
  readonly version: string;
  /** Writes it to a path, completely or not at all. */
  readonly fetch: (path: string) => Promise<unknown>;
}

/**
 * The path of an input in the cache. It is fetched if it is missing or was changed on this machine. Several processes may
 * call this at once.
 * @param folder of the cache
 */
export async function cachedInput(folder: string, { name, version, fetch }: Input): Promise<string> {
  const entry = join(folder, createHash("sha256").update(version).digest("hex").slice(0, 16));
  if (await isValid(entry, name)) return join(entry, name);
  await withTempSibling(
    entry,
    async (part) => {
      await mkdir(part);
      await fetch(localPath(part, name));
      const { sha256 } = await digest(localPath(part, name));
      await writeFile(digestFile(part, name), sha256);
      await flushTree(part);
      await publish(part, entry, name);
      await flushFolder(folder);
    },
    explainFileErrorAt(entry),
  );
  return join(entry, name);
}

/** Keeps an existing input, which another process may be reading, unless it is damaged. */
async function publish(part: string, entry: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(part, entry);
    } catch (error) {
      if (!existsCodes.has(errorCode(error)) || attempt === maxAttempts) throw error;
    }
    if (await isValid(entry, name)) return;
    await withTempSibling(entry, async (old) => {
      try {
        await rename(entry, old);
      } catch (error) {
        if (errorCode(error) !== "ENOENT") throw error;
      }
    });
  }
}

/** Whether an input exists with the digest that was recorded when it was fetched. */
async function isValid(entry: string, name: string): Promise<boolean> {
  try {
    const recorded = await readFile(digestFile(entry, name), "utf8");
    return (await digest(join(entry, name))).sha256 === recorded;
  } catch (error) {
    if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return false;
    throw error;
  }
}

function digestFile(entry: string, name: string): string {
  return join(entry, `${name}.sha256`);
}
