import { createReadStream, statSync } from "node:fs";
import { messageOf } from "../../../../definition/error-message.js";
import { UserError } from "../../../../definition/errors.js";

/** The body of a request. */
export interface RequestContent {
  readonly type: string;
  readonly bytes: number;
  chunks(): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** In bytes: what a slow line sends before a request counts as one where nothing moves. */
const chunkSize = 2 ** 16;

export function contentOfBytes(bytes: Uint8Array, type: string): RequestContent {
  return { type, bytes: bytes.length, chunks: () => slicesOf(bytes) };
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += chunkSize) {
    yield bytes.subarray(start, start + chunkSize);
  }
}

/**
 * A file, which is read while it is sent.
 * @throws {UserError} if it cannot be read
 */
export function contentOfFile(file: string, type: string): RequestContent {
  try {
    const bytes = statSync(file).size;
    return { type, bytes, chunks: () => chunksOfFile(file, bytes) };
  } catch (error) {
    throw unreadable(file, error);
  }
}

async function* chunksOfFile(file: string, bytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  try {
    // A stream without an encoding has chunks of bytes.
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      read += chunk.length;
      if (read > bytes) break;
      yield chunk;
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (read !== bytes) throw new UserError(`${file} changed while it was sent. Export the run again.`);
}

function unreadable(file: string, error: unknown): UserError {
  return new UserError(`${file} cannot be read (${messageOf(error)}).`);
}
