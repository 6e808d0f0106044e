import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { setImmediate } from "node:timers/promises";
import { createGunzip } from "node:zlib";

/** After so many chunks timers and messages of the process have their turn. */
const chunksPerTurn = 16;

/** What a file contains, by its first bytes. */
export type FileKind = "gzip" | "parquet" | "text";

export interface ReadBytesOptions {
  /** The most bytes that are read at once. Default: 256 KiB. */
  readonly chunkBytes?: number | undefined;
  /** Where to begin in a file that is not compressed. Default: at its beginning. */
  readonly start?: number;
  /** Is called with the number of the file's bytes that have been read. */
  readonly onRead?: ((bytes: number) => void) | undefined;
}

interface ReadRange {
  readonly chunkBytes: number;
  readonly onRead: (bytes: number) => void;
  readonly start: number;
}

/** The kind and the size of a file. Rejects with the system's error if it cannot be opened. */
export async function inspectFile(
  path: string,
): Promise<{ readonly kind: FileKind; readonly bytes: number }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const isGzip = bytesRead >= 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
    const kind = isGzip ? "gzip" : buffer.toString("latin1") === "PAR1" ? "parquet" : "text";
    return { kind, bytes: (await file.stat()).size };
  } finally {
    await file.close();
  }
}

/**
 * Reads a file in chunks, decompressed if it is compressed by gzip. A chunk is valid only until the next one is read. Rejects
 * with the error of the system or of zlib.
 */
export async function* readBytes(path: string, options: ReadBytesOptions = {}): AsyncGenerator<Uint8Array> {
  const { chunkBytes = 262_144, onRead = () => {}, start = 0 } = options;
  const { kind } = await inspectFile(path);
  yield* kind === "gzip"
    ? decompressed(path, chunkBytes, onRead)
    : chunksOf(path, { chunkBytes, onRead, start });
}

/** Waits for each read: passing it to another thread and back takes several times as long. */
async function* chunksOf(path: string, { chunkBytes, onRead, start }: ReadRange): AsyncGenerator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.allocUnsafeSlow(chunkBytes);
    let all = start;
    for (let chunk = 1; ; chunk += 1) {
      const length = readSync(file, buffer, 0, chunkBytes, all);
      if (length === 0) return;
      all += length;
      onRead(all);
      yield buffer.subarray(0, length);
      if (chunk % chunksPerTurn === 0) await setImmediate();
    }
  } finally {
    closeSync(file);
  }
}

function decompressed(
  path: string,
  chunkBytes: number,
  onRead: (bytes: number) => void,
): AsyncIterable<Uint8Array> {
  let all = 0;
  async function* counted(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      all += chunk.length;
      onRead(all);
      yield chunk;
    }
  }
  // The reader gets the errors. A stream that was not read to its end is not one.
  return pipeline(
    createReadStream(path, { highWaterMark: chunkBytes }),
    counted,
    createGunzip({ chunkSize: Math.max(64, chunkBytes) }),
    () => {},
  );
}
