import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { TransientError } from "../../definition/errors.js";
import type { TransferOptions } from "../store.js";
import { classifyError, isReplaced } from "./classify-error.js";
import { idleTimeout, type S3Connection } from "./connection.js";
import { sha256Name } from "./upload-job.js";

/** The state of a download. */
interface Progress {
  done: number;
  hash: Hash;
  version: string | undefined;
  total: number | undefined;
  /** SHA-256 from the object's metadata. */
  expected: string | undefined;
}

/**
 * Downloads an object to a file. After a disconnection it resumes, or restarts if the object was replaced.
 * @throws {TransientError} if the received bytes are not those that were uploaded
 */
export async function download(
  connection: S3Connection,
  key: string,
  file: string,
  { signal, onProgress }: TransferOptions,
): Promise<{ bytes: number; version: string; sha256: string }> {
  const target = await open(file, "w");
  let progress = emptyProgress();
  try {
    await connection.ask(signal, async (sdk, client, options, renewDeadline) => {
      const { done, version } = progress;
      const resumed = done > 0 && version !== undefined;
      if (resumed && done === progress.total) return;
      const response = await client
        .send(
          new sdk.GetObjectCommand({
            Bucket: connection.bucket,
            Key: key,
            ...(resumed ? { Range: `bytes=${done}-`, IfMatch: version } : {}),
          }),
          options,
        )
        .catch((error: unknown) => {
          if (!resumed || !isReplaced(classifyError(error))) throw error;
          progress = emptyProgress();
          throw new Replaced();
        });
      if (!(response.Body instanceof Readable)) throw new TypeError(`${key}: the answer has no body.`);
      // A server that ignores the condition may send the rest of another object.
      if (resumed && response.ContentRange !== undefined && !isRest(response, done, version)) {
        response.Body.destroy();
        progress = emptyProgress();
        throw new Replaced();
      }
      // A server without range support sends the whole object again.
      if (!resumed || response.ContentRange === undefined) {
        progress = {
          ...emptyProgress(),
          version: response.ETag,
          total: response.ContentLength,
          expected: response.Metadata?.[sha256Name],
        };
        await target.truncate(0);
      }
      await receive(response.Body, target, progress, () => {
        renewDeadline();
        onProgress?.(progress.done, progress.total);
      });
    });
  } finally {
    await target.close();
  }
  const { done, total, version = "", expected } = progress;
  const sha256 = progress.hash.digest("hex");
  if ((total !== undefined && done !== total) || (expected !== undefined && sha256 !== expected)) {
    throw new TransientError(
      `${key} of ${connection.displayName} arrived damaged: found ${done} bytes with SHA-256 ${sha256.slice(0, 12)}…, ` +
        `expected ${total ?? done} with ${expected?.slice(0, 12) ?? sha256.slice(0, 12)}…. Try again; if that fails too, upload the object again.`,
    );
  }
  return { bytes: done, version, sha256 };
}

function emptyProgress(): Progress {
  return { done: 0, hash: createHash("sha256"), version: undefined, total: undefined, expected: undefined };
}

/** Whether a response is the missing rest of the same object. */
function isRest(
  {
    ContentRange = "",
    ETag,
  }: { readonly ContentRange?: string | undefined; readonly ETag?: string | undefined },
  done: number,
  version: string,
): boolean {
  return ContentRange.startsWith(`bytes ${done}-`) && (ETag === undefined || ETag === version);
}

/** The object was replaced during the download: handled like a disconnection, but nothing can be kept. */
class Replaced extends Error {
  readonly code = "ECONNRESET";
}

/** `write` may write only a part, for example when the disk gets full. */
async function writeAll(target: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await target.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
  }
}

async function receive(
  body: Readable,
  target: FileHandle,
  progress: Progress,
  onChunk: () => void,
): Promise<void> {
  const stalled = (): void => {
    body.destroy(Object.assign(new Error("no data was received for a while"), { code: "ETIMEDOUT" }));
  };
  let timer = setTimeout(stalled, idleTimeout);
  try {
    for await (const piece of body) {
      const bytes: Buffer = piece;
      clearTimeout(timer);
      await writeAll(target, bytes, progress.done);
      progress.hash.update(bytes);
      progress.done += bytes.length;
      onChunk();
      timer = setTimeout(stalled, idleTimeout);
    }
  } finally {
    clearTimeout(timer);
  }
}
