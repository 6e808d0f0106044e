import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline, Readable } from "node:stream";
import { pipeline as finished } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { UserError } from "../../../definition/errors.js";
import { errorCode } from "../../../files/error-code.js";
import { placeBelow, type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";
import { bytesText } from "../../progress/transfer-line.js";

/** Limits of unpacking: `bytes`, or `ratio` times the archive's size if that is more, and `entries`. */
export interface UnpackLimits {
  readonly bytes: number;
  readonly ratio: number;
  readonly entries: number;
}

/** In practice a table of zeros is compressed by a factor of about 200; the limit of deflate is about 1000. */
const defaultLimits: UnpackLimits = { bytes: 2 ** 30, ratio: 400, entries: 1_000_000 };

/**
 * Unpacks a gzipped tar archive, in which Argo packs a file or a folder as the only entry. Only files and folders are
 * accepted.
 *
 * @param folder to create; the caller removes it
 * @returns the path of the unpacked content: the only entry in the folder, or the folder itself if there are several
 * @throws {UserError} for an archive that is damaged, unpacks to many times its size, or has a link, a device or a name that
 * leads out of the folder
 */
export async function unpackArchive(
  archive: string,
  folder: string,
  signal: AbortSignal,
  limits: UnpackLimits = defaultLimits,
): Promise<string> {
  await mkdir(folder);
  const { size } = await stat(archive);
  await extract(archive, folder, signal, { ...limits, bytes: Math.max(limits.bytes, size * limits.ratio) });
  const [entry, ...more] = await readdir(folder);
  if (entry === undefined) throw new UserError("its archive is empty.");
  return more.length === 0 ? join(folder, entry) : folder;
}

async function extract(
  archive: string,
  folder: string,
  signal: AbortSignal,
  { bytes, entries }: Pick<UnpackLimits, "bytes" | "entries">,
): Promise<void> {
  const plain = createGunzip();
  // Errors surface in the stream that is read below.
  pipeline(createReadStream(archive), plain, () => {});
  let room = bytes;
  let count = 0;
  try {
    for await (const entry of Readable.toWeb(plain).pipeThrough(createTarDecoder({ strict: true }))) {
      signal.throwIfAborted();
      room -= entry.header.size;
      if (room < 0)
        throw new UserError(`it unpacks to more than ${bytesText(bytes)}. Copy it from the bucket.`);
      count += 1;
      if (count > entries) throw new UserError(`it has more than ${entries} files. Copy it from the bucket.`);
      await extractEntry(entry, folder, signal);
    }
  } catch (error) {
    throw explained(error);
  } finally {
    plain.destroy();
  }
}

async function extractEntry(
  { header, body }: ParsedTarEntry,
  folder: string,
  signal: AbortSignal,
): Promise<void> {
  const { name, type } = header;
  const path = pathOf(name);
  if (type === "directory") {
    await body.cancel();
    if (path !== undefined) await mkdir(placeBelow(folder, path), { recursive: true });
    return;
  }
  if (type !== "file" || path === undefined) {
    throw new UserError(
      `its archive has ${JSON.stringify(name)}, which is a ${type}. Only files and folders are unpacked. Copy it from the bucket.`,
    );
  }
  const place = placeBelow(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await finished(Readable.fromWeb(body), createWriteStream(place, { flags: "wx" }), { signal });
}

/** Undefined for the folder itself, which `tar -C folder .` calls `./`. */
function pathOf(name: string): SafePath | undefined {
  const inside = name.replace(/^(\.\/+)+/, "").replace(/\/+$/, "");
  const isItself = (inside === "" && name.startsWith(".")) || inside === ".";
  return isItself ? undefined : safePath(inside, "its archive has a file whose name is not allowed:");
}

/** Turns an error caused by the archive's content into a UserError; errors of this machine stay as they are. */
function explained(error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error;
  if (error.name === "AbortError") return error;
  if (!("syscall" in error))
    return new UserError(`its archive is damaged: ${error.message.replace(/\.?$/, ".")}`);
  const isTwice = ["EEXIST", "ENOTDIR", "EISDIR"].includes(String(errorCode(error)));
  return isTwice ? new UserError("its archive has two entries with the same name.") : error;
}
