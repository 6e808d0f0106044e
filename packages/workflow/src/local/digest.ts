import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { StoredArtifact } from "./value.js";

/** Size and SHA-256 of a file or directory, read in pieces. */
export async function digest(path: string): Promise<StoredArtifact> {
  const hash = createHash("sha256");
  const bytes = await add(hash, path);
  return { path, sha256: hash.digest("hex"), bytes };
}

/** The same of several, one after the other: a list may be longer than the files that a process may open. */
export async function digestAll(paths: readonly string[]): Promise<StoredArtifact[]> {
  const artifacts: StoredArtifact[] = [];
  for (const path of paths) artifacts.push(await digest(path));
  return artifacts;
}

async function add(hash: Hash, path: string): Promise<number> {
  if ((await stat(path)).isDirectory()) {
    let bytes = 0;
    for (const name of (await readdir(path)).sort()) {
      hash.update(`${name}\0`);
      const size = await add(hash, join(path, name));
      // Where it ends: else the next file's name could as well be this one's bytes.
      hash.update(`\0${size}\0`);
      bytes += size;
    }
    return bytes;
  }
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const piece: Buffer = chunk;
    hash.update(piece);
    bytes += piece.length;
  }
  return bytes;
}
