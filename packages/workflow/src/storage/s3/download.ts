import { createHash, type Hash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { TransientError } from "../../definition/errors.js";
import type { TransferOptions } from "../store.js";
import { classifyError, isReplaced } from "./classify-error.js";
import { idleTimeout, type S3Connection } from "./connection.js";
import { sha256Name } from "./upload-metadata.js";

/** How far a download has come. */
interface Progress {
  done: number;
  hash: Hash;
  version: string | undefined;
  total: number | undefined;
  /** As whoever put the object noted it. */
  noted: string | undefined;
}

/**
 * Writes an object to a file. After a cut it goes on where it was, if the object is still the same one, else anew.
 * @throws {TransientError} where the bytes that came are not those that were put there
 */
export async function download(
  connection: S3Connection,
  key: string,
  file: string,
  { signal, onProgress }: TransferOptions,
): Promise<{ bytes: number; version: string; sha256: string }> {
  const target = await open(file, "w");
  let progress = nothing();
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
          progress = nothing();
          throw new Replaced();
        });
      if (!(response.Body instanceof Readable)) throw new TypeError(`${key}: the answer has no body.`);
      // A server that does not heed the condition may send the rest of another object.
      if (resumed && response.ContentRange !== undefined && !isRest(response, done, version)) {
        response.Body.destroy();
        progress = nothing();
        throw new Replaced();
      }
      // A server that knows no ranges sends everything again.
      if (!resumed || response.ContentRange === undefined) {
        progress = {
          ...nothing(),
          version: response.ETag,
          total: response.ContentLength,
          noted: response.Metadata?.[sha256Name],
        };
        await target.truncate(0);
      }
      await take(response.Body, target, progress, () => {
        renewDeadline();
        onProgress?.(progress.done, progress.total);
      });
    });
  } finally {
    await target.close();
  }
  const { done, total, version = "", noted } = progress;
  const sha256 = progress.hash.digest("hex");
  if ((total !== undefined && done !== total) || (noted !== undefined && sha256 !== noted)) {
    throw new TransientError(
      `${key} of ${connection.displayName} came damaged: found ${done} bytes with SHA-256 ${sha256.slice(0, 12)}…, ` +
        `expected ${total ?? done} with ${noted?.slice(0, 12) ?? sha256.slice(0, 12)}…. Try again; if it stays so, put the object anew.`,
    );
  }
  return { bytes: done, version, sha256 };
}

function nothing(): Progress {
  return { done: 0, hash: createHash("sha256"), version: undefined, total: undefined, noted: undefined };
}

/** Whether an answer is what was missing of the same object. */
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

/** The object was replaced by another one while it was read: like a cut, after which nothing can be kept. */
class Replaced extends Error {
  readonly code = "ECONNRESET";
}

/** A disk that gets full takes a part of what it was given. */
async function writeAll(target: FileHandle, bytes: Buffer, at: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    written += (await target.write(bytes, written, bytes.length - written, at + written)).bytesWritten;
  }
}

async function take(
  body: Readable,
  target: FileHandle,
  progress: Progress,
  moved: () => void,
): Promise<void> {
  const stalled = (): void => {
    body.destroy(Object.assign(new Error("nothing came for a while"), { code: "ETIMEDOUT" }));
  };
  let timer = setTimeout(stalled, idleTimeout);
  try {
    for await (const piece of body) {
      const bytes: Buffer = piece;
      clearTimeout(timer);
      await writeAll(target, bytes, progress.done);
      progress.hash.update(bytes);
      progress.done += bytes.length;
      moved();
      timer = setTimeout(stalled, idleTimeout);
    }
  } finally {
    clearTimeout(timer);
  }
}
