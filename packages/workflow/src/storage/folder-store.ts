import { createHash } from "node:crypto";
import { createWriteStream, type Dirent, type Stats } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UserError } from "../definition/errors.js";
import { sizeAndDigest } from "../files/digest.js";
import { errorCode } from "../files/error-code.js";
import { moveIfAbsent, replaceFile } from "../files/move-atomically.js";
import { isTempName } from "../files/temp-name.js";
import { withTempSibling, writeAtomically } from "../files/write-atomically.js";
import { chunksOf } from "./content.js";
import { explainFileError, explainFileErrorAt } from "./file-error.js";
import { keyNotFoundError } from "./key-not-found-error.js";
import { checkKey, compareKeys } from "./object-key.js";
import type { Content, PutOptions, Store, StoredObject, TransferOptions } from "./store.js";

/** Inside the folder itself, so that files can usually be renamed from there. */
const partsFolder = ".parts";

/** A store whose objects are the files of a folder. The first `put` creates the folder. */
export function folderStore(folder: string): Store {
  const root = resolve(folder);

  const pathOf = (key: string): string => {
    checkKey(key);
    const path = resolve(root, key);
    if (relative(root, path).split(sep).join("/") !== key || key.split("/")[0] === partsFolder) {
      throw new UserError(`The key "${key}" is not the name of a file in ${root}. Choose another key.`);
    }
    return path;
  };

  async function* list(
    prefix = "",
    { signal }: Pick<TransferOptions, "signal"> = {},
  ): AsyncGenerator<StoredObject> {
    for await (const key of keysBelow(root, "", prefix)) {
      signal?.throwIfAborted();
      const stats = await stat(join(root, key)).catch(() => undefined);
      if (stats?.isFile()) yield objectOf(key, stats);
    }
  }

  return {
    address: root,
    list,
    async put(key, content, options = {}) {
      const path = pathOf(key);
      await makeFolder(join(root, partsFolder));
      return withTempSibling(
        join(root, partsFolder, "put"),
        async (temp) => {
          const sha256 = await write(content, temp, options);
          await mkdir(dirname(path), { recursive: true });
          if (options.ifAbsent !== true) await replaceFile(temp, path);
          else if (!(await moveIfAbsent(temp, path))) return undefined;
          return { ...objectOf(key, await stat(path)), sha256 };
        },
        (error) => explainWriteError(error, key),
      );
    },
    async get(key, file, options = {}) {
      const path = pathOf(key);
      const stats = await stat(path).catch(() => undefined);
      if (!stats?.isFile()) throw await keyNotFoundError(root, key, list);
      const sha256 = await writeAtomically(
        file,
        (temp) => write(path, temp, options, stats.size),
        explainFileErrorAt(file),
      );
      return { ...objectOf(key, stats), sha256 };
    },
    async head(key, { digest = false, signal } = {}) {
      const path = pathOf(key);
      const stats = await stat(path).catch(() => undefined);
      if (!stats?.isFile()) return undefined;
      return digest
        ? { ...objectOf(key, stats), sha256: (await sizeAndDigest(path, signal)).sha256 }
        : objectOf(key, stats);
    },
    async delete(key) {
      await rm(pathOf(key), { force: true });
    },
    close() {},
  };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new UserError(
      `The store ${dirname(folder)} cannot be written (${error instanceof Error ? error.message : error}). Make it writable, or name another.`,
    );
  }
}

function objectOf(key: string, { size, mtimeMs, ino }: Stats): StoredObject {
  return { key, bytes: size, version: `${size}-${mtimeMs}-${ino}` };
}

/** @returns the SHA-256 of the written bytes */
async function write(
  content: Content,
  file: string,
  { signal, onProgress }: PutOptions & TransferOptions,
  total = content instanceof Uint8Array ? content.length : undefined,
): Promise<string> {
  const hash = createHash("sha256");
  const all = typeof content === "string" ? (await stat(content)).size : total;
  let done = 0;
  const counted = new Transform({
    transform(piece: Buffer, _encoding, next) {
      hash.update(piece);
      done += piece.length;
      onProgress?.(done, all);
      next(null, piece);
    },
  });
  const pieces = Readable.from(chunksOf(content), { objectMode: false });
  await pipeline(pieces, counted, createWriteStream(file), ...(signal === undefined ? [] : [{ signal }]));
  return hash.digest("hex");
}

/** Keys in the order of their bytes: a folder sorts as its name followed by a slash. */
async function* keysBelow(folder: string, path: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(
    (error: unknown): Dirent[] => {
      // A folder that cannot be read must not appear empty.
      if (errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR") return [];
      throw explainFileError(error) ?? error;
    },
  );
  const names = entries
    .filter(({ name }) => (path !== "" || name !== partsFolder) && !isTempName(name))
    .map((entry) => `${path}${entry.name}${entry.isDirectory() ? "/" : ""}`);
  for (const name of names.sort(compareKeys)) {
    if (!name.startsWith(prefix) && !prefix.startsWith(name)) continue;
    if (name.endsWith("/")) yield* keysBelow(folder, name, prefix);
    else if (name.startsWith(prefix)) yield name;
  }
}

function explainWriteError(error: unknown, key: string): unknown {
  const code = errorCode(error);
  if (code === "ENOTDIR" || code === "EISDIR" || code === "ENOTEMPTY" || code === "EEXIST") {
    return new UserError(
      `The key "${key}" conflicts with existing keys: in a folder, a key cannot be a parent of another key.`,
    );
  }
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  return new UserError(`The key "${key}" cannot be written: ${error.message}.`);
}
