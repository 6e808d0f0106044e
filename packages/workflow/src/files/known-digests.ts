import { stat } from "node:fs/promises";

/** Smaller files are hashed sooner than looked up, in bytes. */
const minBytes = 1n << 20n;

/** File systems set times in steps of up to 10 ms: a file changed more recently may change again at the same time. */
const settledMilliseconds = 50;

/** Size and SHA-256 of a content. */
export interface ContentDigest {
  readonly sha256: string;
  readonly bytes: number;
}

/** Digests of large files, by the state of the file in which this process has hashed it. */
const known = new Map<string, ContentDigest>();

/** The digest of a large file that this process has hashed and that was not written to since; undefined for any other. */
export async function knownDigest(path: string): Promise<ContentDigest | undefined> {
  const state = await stateOf(path);
  return state === undefined ? undefined : known.get(state.name);
}

/** Hashes a file or directory, and remembers the digest of a large file if it was not written to meanwhile. */
export async function rememberDigest(
  path: string,
  hash: () => Promise<ContentDigest>,
): Promise<ContentDigest> {
  const before = await stateOf(path);
  const digest = await hash();
  const after = await stateOf(path);
  const isSettled = after !== undefined && Date.now() - after.changedAt >= settledMilliseconds;
  if (isSettled && before?.name === after.name) known.set(after.name, digest);
  return digest;
}

/** What identifies the state of a large file. Every write changes `ctime`, which no program can set. */
async function stateOf(
  path: string,
): Promise<{ readonly name: string; readonly changedAt: number } | undefined> {
  const stats = await stat(path, { bigint: true });
  const { dev, ino, size, ctimeNs, ctimeMs } = stats;
  if (!stats.isFile() || size < minBytes) return undefined;
  return { name: `${dev}-${ino}-${size}-${ctimeNs}`, changedAt: Number(ctimeMs) };
}
