import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { UserError } from "../../definition/errors.js";
import { type ArtifactAddress, openArtifact } from "./artifact-files.js";
import type { Http } from "./http.js";
import { longestAbsence, RetryDeadline } from "./retry-deadline.js";
import { isTransient } from "./server-error.js";

export interface SaveOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long it is tried to get on after the connection broke, in milliseconds; default: five minutes. */
  readonly retryTimeout?: number | undefined;
}

/**
 * Writes the content of an artifact to a file, which is replaced. Where the connection breaks, it goes on where it was if the
 * server can say that the bytes are still the same (a strong ETag), else from the beginning.
 *
 * @returns its size in bytes
 * @throws {UnreachableError} where nothing more comes until the deadline
 * @throws {UserError} where the server says in the content that it could not read on
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
  const patience = new RetryDeadline(retryTimeout);
  let pause = 250;
  let size = 0;
  let farthest = 0;
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
        if (size <= farthest) continue;
        farthest = size;
        patience.renew();
        pause = 250;
      }
      return size;
    } catch (error) {
      // The first request was tried several times already.
      if (signal?.aborted || !hasBegun || !isTransient(error) || patience.isOver()) throw error;
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

/** What the server writes behind the bytes where the bucket fails on the way: it has said by then that all is well. */
const complaint = /failed to stream artifact: .*\n$/;

async function refuseCutOff(http: Http, file: FileHandle, size: number): Promise<void> {
  const tail = Buffer.alloc(Math.min(size, 1000));
  await file.read(tail, 0, tail.length, size - tail.length);
  const found = complaint.exec(tail.toString("latin1"))?.[0];
  if (found !== undefined) throw new UserError(`the server broke off: ${http.faults.clean(found.trim())}`);
}
