import { createHash } from "node:crypto";
import { createWriteStream, type Dirent, type Stats } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { UserError } from "../../definition/errors.js";
import { sizeAndDigest } from "../../files/digest.js";
import { errorCode } from "../../files/error-code.js";
import { moveIfAbsent, replaceFile } from "../../files/move-atomically.js";
import { isTempName } from "../../files/temp-name.js";
import { withTempSibling, writeAtomically } from "../../files/write-atomically.js";
import { chunksOf } from "../content.js";
import { explainFileError, explainFileErrorAt } from "../file-error.js";
import { keyNotFoundError } from "../key-not-found-error.js";
import { checkKey, compareKeys } from "../object-key.js";
import type { Content, PutOptions, Store, StoredObject, TransferOptions } from "../store.js";

/** In the folder itself, so that a file can mostly be renamed from there. */
const partsFolder = ".parts";

/** A store whose objects are the files of a folder. The folder is made when something is put. */
export function folderStore(folder: string): Store {
  const root = resolve(folder);

  const placeOf = (key: string): string => {
    checkKey(key);
    const place = resolve(root, key);
    if (relative(root, place).split(sep).join("/") !== key || key.split("/")[0] === partsFolder) {
      throw new UserError(`The key "${key}" is no name of a file in ${root}. Choose another.`);
    }
    return place;
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
      const place = placeOf(key);
      await makeFolder(join(root, partsFolder));
      return withTempSibling(
        join(root, partsFolder, "put"),
        async (temp) => {
          const sha256 = await write(content, temp, options);
          await mkdir(dirname(place), { recursive: true });
          if (options.ifAbsent !== true) await replaceFile(temp, place);
          else if (!(await moveIfAbsent(temp, place))) return undefined;
          return { ...objectOf(key, await stat(place)), sha256 };
        },
        (error) => explained(error, key),
      );
    },
    async get(key, file, options = {}) {
      const place = placeOf(key);
      const stats = await stat(place).catch(() => undefined);
      if (!stats?.isFile()) throw await keyNotFoundError(root, key, list);
      const sha256 = await writeAtomically(
        file,
        (temp) => write(place, temp, options, stats.size),
        explainFileErrorAt(file),
      );
      return { ...objectOf(key, stats), sha256 };
    },
    async head(key, { digest = false, signal } = {}) {
      const place = placeOf(key);
      const stats = await stat(place).catch(() => undefined);
      if (!stats?.isFile()) return undefined;
      return digest
        ? { ...objectOf(key, stats), sha256: (await sizeAndDigest(place, signal)).sha256 }
        : objectOf(key, stats);
    },
    async delete(key) {
      await rm(placeOf(key), { force: true });
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

/** @returns the SHA-256 of what was written */
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

/** Keys in the order of their bytes: a folder's keys stand where its name with a slash behind it stands. */
async function* keysBelow(folder: string, path: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, path), { withFileTypes: true }).catch(
    (error: unknown): Dirent[] => {
      // A folder that may not be read is not an empty one.
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

function explained(error: unknown, key: string): unknown {
  const code = errorCode(error);
  if (code === "ENOTDIR" || code === "EISDIR" || code === "ENOTEMPTY" || code === "EEXIST") {
    return new UserError(
      `The key "${key}" cannot be put beside what is there: in a folder, a key cannot be a part of another one's path.`,
    );
  }
  if (!(error instanceof Error) || !("syscall" in error)) return error;
  return new UserError(`The key "${key}" cannot be written: ${error.message}.`);
}
