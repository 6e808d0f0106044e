import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../definition/errors.js";
import { type ArtifactAddress, openArtifact } from "./artifact-files.js";
import type { Http } from "./http.js";
import { longestAbsence, RetryDeadline } from "./retry-deadline.js";
import { isTransient } from "./server-error.js";

export interface SaveOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long a lost connection is retried, in milliseconds. Default: five minutes. */
  readonly retryTimeout?: number | undefined;
}

/**
 * Writes the content of an artifact to a file, which is replaced. After a lost connection it resumes if the server confirms by a
 * strong ETag that the bytes are unchanged, else it starts again.
 *
 * @returns the size in bytes
 * @throws {UnreachableError} if no further bytes arrive before the retry deadline
 * @throws {UserError} if the server appended an error to the content because it could not read the rest
 */
export async function saveArtifact(
  http: Http,
  address: ArtifactAddress,
  path: string,
  { signal, retryTimeout = longestAbsence }: SaveOptions = {},
): Promise<number> {
  const file = await open(path, "w+");
  try {
    const size = await receive(http, address, file, signal, retryTimeout);
    await refuseCutOff(http, file, size);
    return size;
  } finally {
    await file.close();
  }
}

async function receive(
  http: Http,
  address: ArtifactAddress,
  file: FileHandle,
  signal: AbortSignal | undefined,
  retryTimeout: number,
): Promise<number> {
  const deadline = new RetryDeadline(retryTimeout);
  let pause = 250;
  let size = 0;
  let maxSize = 0;
  let etag: string | undefined;
  let hasBegun = false;
  for (;;) {
    try {
      const from = etag === undefined ? undefined : { offset: size, etag };
      const content = await openArtifact(http, address, from, signal);
      hasBegun = true;
      etag = content.etag;
      size = content.offset;
      await file.truncate(size);
      for await (const chunk of content.chunks) {
        await writeAt(file, chunk, size);
        size += chunk.length;
        if (size <= maxSize) continue;
        maxSize = size;
        deadline.renew();
        pause = 250;
      }
      return size;
    } catch (error) {
      // The first request was retried already.
      if (signal?.aborted || !hasBegun || !isTransient(error) || deadline.isOver()) throw error;
    }
    await sleep(pause, undefined, { signal });
    pause = Math.min(pause * 2, 5000);
  }
}

async function writeAt(file: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let from = 0; from < chunk.length; ) {
    from += (await file.write(chunk, from, chunk.length - from, position + from)).bytesWritten;
  }
}

/** The error that the server appends if the bucket fails during the response: the status 200 was sent before. */
const appendedError = /failed to stream artifact: .*\n$/;

async function refuseCutOff(http: Http, file: FileHandle, size: number): Promise<void> {
  const tail = Buffer.alloc(Math.min(size, 1000));
  await file.read(tail, 0, tail.length, size - tail.length);
  const found = appendedError.exec(tail.toString("latin1"))?.[0];
  if (found !== undefined) throw new UserError(`the server broke off: ${http.faults.clean(found.trim())}`);
}
