import type { CompletedPart } from "@aws-sdk/client-s3";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { classifyError, isPreconditionFailed } from "./classify-error.js";
import type { S3Connection } from "./connection.js";
import { type PartReader, type UploadJob, versionOfUpload } from "./upload-job.js";

/** How many parts are uploaded concurrently, and so kept in memory. */
const concurrentParts = 4;

export interface Parts {
  /** The first part, of full size. */
  readonly first: Buffer;
  /** Reads the other parts. */
  readonly reader: PartReader;
  /** Called after all parts are read, before the object becomes visible. */
  readonly check: () => Promise<void>;
  readonly progress: (done: number) => void;
}

/**
 * Uploads an object in parts. After a failure all parts are deleted.
 * @returns undefined if `ifAbsent` is set and the key exists
 */
export async function multipartUpload(
  connection: S3Connection,
  upload: UploadJob,
  parts: Parts,
): Promise<{ bytes: number; version: string } | undefined> {
  const { key, metadata, signal } = upload;
  const object = { Bucket: connection.bucket, Key: key };
  const { UploadId } = await connection.ask(signal, async (sdk, client, options) => {
    const calculation = await client.config.requestChecksumCalculation();
    return client.send(
      new sdk.CreateMultipartUploadCommand({
        ...object,
        Metadata: metadata,
        ...(calculation === "WHEN_SUPPORTED" ? { ChecksumAlgorithm: "CRC32" } : {}),
      }),
      options,
    );
  });
  const failed = new AbortController();
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  try {
    const { completed, bytes } = await sendParts({ ...parts, stop }, (body, number) =>
      connection.ask(stop, (sdk, client, options) =>
        client.send(
          new sdk.UploadPartCommand({ ...object, UploadId, PartNumber: number, Body: body }),
          options,
        ),
      ),
    );
    await parts.check();
    const version = await complete(connection, upload, UploadId, completed);
    if (version === undefined) await abort(connection, object, UploadId);
    return version === undefined ? undefined : { bytes, version };
  } catch (error) {
    failed.abort();
    await abort(connection, object, UploadId);
    throw error;
  }
}

/** Each sender has one buffer. The senders fill their buffers in turn and upload them concurrently. */
async function sendParts(
  { first, reader, progress, stop }: Parts & { readonly stop: AbortSignal },
  send: (body: Buffer, number: number) => Promise<CompletedPart>,
): Promise<{ completed: CompletedPart[]; bytes: number }> {
  const completed: CompletedPart[] = [];
  let bytes = 0;
  let sent = 0;
  let ended = false;
  let broken: unknown;
  let turn = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work);
    turn = result.then(
      () => {},
      () => {},
    );
    return result;
  };
  const sender = async (buffer: Buffer, begin: Buffer | undefined): Promise<void> => {
    for (let body = begin; ; body = undefined) {
      const next = await inTurn(async () => {
        if (ended || broken !== undefined) return undefined;
        stop.throwIfAborted();
        const filled = body ?? (await reader.fill(buffer));
        ended = filled.length < buffer.length;
        if (filled.length === 0) return undefined;
        bytes += filled.length;
        const number = completed.push({});
        return { filled, number };
      });
      if (next === undefined) return;
      const { filled, number } = next;
      const { ETag, ChecksumCRC32 } = await send(filled, number);
      completed[number - 1] = {
        PartNumber: number,
        ETag,
        ...omitUndefined({ ChecksumCRC32 }),
      };
      sent += filled.length;
      progress(sent);
    }
  };
  const senders = Array.from({ length: concurrentParts }, (_, i) =>
    sender(i === 0 ? first : Buffer.allocUnsafeSlow(first.length), i === 0 ? first : undefined).catch(
      (error: unknown) => {
        broken ??= error;
      },
    ),
  );
  await Promise.all(senders);
  if (broken !== undefined) throw broken;
  return { completed, bytes };
}

async function complete(
  connection: S3Connection,
  upload: UploadJob,
  UploadId: string | undefined,
  Parts: CompletedPart[],
): Promise<string | undefined> {
  try {
    const { ETag } = await connection.ask(upload.signal, (sdk, client, options) =>
      client.send(
        new sdk.CompleteMultipartUploadCommand({
          Bucket: connection.bucket,
          Key: upload.key,
          UploadId,
          MultipartUpload: { Parts },
          ...(upload.ifAbsent ? { IfNoneMatch: "*" } : {}),
        }),
        options,
      ),
    );
    return ETag ?? "";
  } catch (error) {
    const fault = classifyError(error);
    // The upload was completed, but the response was lost: on a retry the server no longer knows the upload.
    const own =
      fault.code === "NoSuchUpload" || isPreconditionFailed(fault)
        ? await versionOfUpload(connection, upload).catch(() => undefined)
        : undefined;
    if (own !== undefined) return own;
    if (upload.ifAbsent && isPreconditionFailed(fault)) return undefined;
    throw error;
  }
}

/** How long deleting the parts of a failed upload is retried, in milliseconds. */
const abortTimeout = 5000;

async function abort(
  connection: S3Connection,
  object: { readonly Bucket: string; readonly Key: string },
  UploadId: string | undefined,
): Promise<void> {
  await connection
    .ask(AbortSignal.timeout(abortTimeout), (sdk, client, options) =>
      client.send(new sdk.AbortMultipartUploadCommand({ ...object, UploadId }), options),
    )
    // The upload's own error is reported; remaining parts are invisible, and a lifecycle rule of the bucket can delete them.
    .catch(() => {});
}
