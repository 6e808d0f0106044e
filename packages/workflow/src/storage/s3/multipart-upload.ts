import type { CompletedPart } from "@aws-sdk/client-s3";
import { classifyError, isPreconditionFailed } from "./classify-error.js";
import type { S3Connection } from "./connection.js";
import type { PartReader } from "./part-reader.js";
import { type Upload, versionOfUpload } from "./upload-metadata.js";

/** How many parts are on their way at once: as many are held in memory. */
const sideBySide = 4;

export interface Parts {
  /** The first part, full. */
  readonly first: Buffer;
  /** Gives the rest. */
  readonly reader: PartReader;
  /** Called when all was read and before it is made visible. */
  readonly check: () => Promise<void>;
  readonly progress: (done: number) => void;
}

/**
 * Puts an object in parts, all of which are taken away again where something fails.
 * @returns undefined where only an absent object was to be put, and one is there
 */
export async function multipartUpload(
  connection: S3Connection,
  upload: Upload,
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
    if (version === undefined) await abandon(connection, object, UploadId);
    return version === undefined ? undefined : { bytes, version };
  } catch (error) {
    failed.abort();
    await abandon(connection, object, UploadId);
    throw error;
  }
}

/** Each of a few senders has one buffer, fills it in turn with the others, and sends it beside them. */
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
        ...(ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }),
      };
      sent += filled.length;
      progress(sent);
    }
  };
  const senders = Array.from({ length: sideBySide }, (_, i) =>
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
  upload: Upload,
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
    // It was put together, but the answer was lost: asked again, the server knows the upload no more.
    const own =
      fault.code === "NoSuchUpload" || isPreconditionFailed(fault)
        ? await versionOfUpload(connection, upload).catch(() => undefined)
        : undefined;
    if (own !== undefined) return own;
    if (upload.ifAbsent && isPreconditionFailed(fault)) return undefined;
    throw error;
  }
}

/** How long the parts of a failed upload are tried to be taken away, in milliseconds. */
const lastWord = 5000;

async function abandon(
  connection: S3Connection,
  object: { readonly Bucket: string; readonly Key: string },
  UploadId: string | undefined,
): Promise<void> {
  await connection
    .ask(AbortSignal.timeout(lastWord), (sdk, client, options) =>
      client.send(new sdk.AbortMultipartUploadCommand({ ...object, UploadId }), options),
    )
    // The failure itself is what is told; parts that stay are seen by nobody, and a rule of the bucket can sweep them.
    .catch(() => {});
}
