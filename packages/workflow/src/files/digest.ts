import { createHash, type Hash } from "node:crypto";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type ContentDigest, knownDigest, rememberDigest } from "./known-digests.js";

/** Chunk size for reading a file to be hashed, in bytes: a chunk stays in the processor's cache. */
const chunkSize = 1 << 18;

/** A file or directory with its size and SHA-256. The digest of a directory covers its files' names and bytes. */
export interface Digest extends ContentDigest {
  readonly path: string;
}

/**
 * Size and SHA-256 of a file or directory, read in chunks. A large file that this process has hashed is read again only if it
 * was written to since.
 */
export async function digest(path: string): Promise<Digest> {
  return { path, ...((await knownDigest(path)) ?? (await rememberDigest(path, () => hashed(path)))) };
}

async function hashed(path: string): Promise<ContentDigest> {
  const hash = createHash("sha256");
  const bytes = await add(hash, path);
  return { sha256: hash.digest("hex"), bytes };
}

/** {@link digest} for several paths, one after the other: a list may exceed the number of files that a process may open. */
export async function digestAll(paths: readonly string[]): Promise<Digest[]> {
  const found: Digest[] = [];
  for (const path of paths) found.push(await digest(path));
  return found;
}

/**
 * Size and SHA-256 of a file or of bytes.
 * @param content a string is the path of a file
 */
export async function sizeAndDigest(
  content: string | Uint8Array,
  signal?: AbortSignal,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash("sha256");
  if (typeof content === "string") {
    const bytes = await addFile([hash], content, signal);
    return { bytes, sha256: hash.digest("hex") };
  }
  signal?.throwIfAborted();
  return { bytes: content.length, sha256: hash.update(content).digest("hex") };
}

/** SHA-256 and MD5 of a file, in one pass. */
export async function sha256AndMd5(
  file: string,
  signal?: AbortSignal,
): Promise<{ readonly sha256: string; readonly md5: string }> {
  const [sha256, md5] = [createHash("sha256"), createHash("md5")];
  await addFile([sha256, md5], file, signal);
  return { sha256: sha256.digest("hex"), md5: md5.digest("hex") };
}

async function add(hash: Hash, path: string): Promise<number> {
  if (!(await stat(path)).isDirectory()) return addFile([hash], path);
  let bytes = 0;
  for (const name of (await readdir(path)).sort()) {
    hash.update(`${name}\0`);
    const size = await add(hash, join(path, name));
    // Marks the end of a file: otherwise its bytes could not be distinguished from the next file's name.
    hash.update(`\0${size}\0`);
    bytes += size;
  }
  return bytes;
}

async function addFile(hashes: readonly Hash[], path: string, signal?: AbortSignal): Promise<number> {
  const file = await open(path);
  try {
    // One buffer for all chunks: a stream would allocate each anew, which takes longer than the hash.
    const buffer = Buffer.allocUnsafe(chunkSize);
    for (let bytes = 0; ; ) {
      const { bytesRead } = await file.read(buffer, 0, chunkSize);
      signal?.throwIfAborted();
      if (bytesRead === 0) return bytes;
      for (const hash of hashes) hash.update(buffer.subarray(0, bytesRead));
      bytes += bytesRead;
    }
  } finally {
    await file.close();
  }
}
