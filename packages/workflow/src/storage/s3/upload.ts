import { createHash, randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { UserError } from "../../definition/errors.js";
import { sizeAndDigest } from "../../files/digest.js";
import { chunksOf } from "../content.js";
import type { Content, PutOptions } from "../store.js";
import { classifyError, isPreconditionFailed } from "./classify-error.js";
import type { S3Connection } from "./connection.js";
import { multipartUpload } from "./multipart-upload.js";
import { PartReader, sha256Name, type UploadJob, uploadName, versionOfUpload } from "./upload-job.js";

/** Larger objects are uploaded in parts of this size, in bytes. S3 allows 10,000 parts: 80 GB of a stream; a larger file has larger parts. */
const partSize = 8 << 20;
const maxParts = 10_000;

/**
 * Uploads content, in one request or in parts. Only a few parts are kept in memory.
 * @returns undefined if `ifAbsent` is set and the key exists
 * @throws {UserError} if the content changed during the upload
 */
export async function upload(
  connection: S3Connection,
  key: string,
  content: Content,
  { ifAbsent = false, signal, onProgress }: PutOptions,
): Promise<{ bytes: number; version: string; sha256: string } | undefined> {
  const known =
    typeof content === "string" || content instanceof Uint8Array
      ? await sizeAndDigest(content, signal)
      : undefined;
  const metadata = {
    [uploadName]: randomUUID(),
    ...(known === undefined ? {} : { [sha256Name]: known.sha256 }),
  };
  const job: UploadJob = { key, metadata, ifAbsent, signal };
  const size = Math.max(partSize, Math.ceil((known?.bytes ?? 0) / maxParts));
  const hash = createHash("sha256");
  const reader = new PartReader(chunksOf(content), (chunk) => hash.update(chunk));
  const check = async (): Promise<void> => {
    if (known === undefined || hash.copy().digest("hex") === known.sha256) return;
    const name = typeof content === "string" ? content : key;
    throw new UserError(
      `${name} changed during the upload (${(await currentSize(content)) ?? known.bytes} bytes now). Upload it again.`,
    );
  };
  try {
    const first = await reader.fill(
      Buffer.allocUnsafeSlow(Math.min(size, known === undefined ? size : known.bytes + 1)),
    );
    const progress = (done: number): void => onProgress?.(done, known?.bytes);
    if (first.length < size) {
      await check();
      const version = await putObject(connection, job, first);
      progress(first.length);
      return version === undefined ? undefined : { bytes: first.length, version, sha256: hash.digest("hex") };
    }
    const made = await multipartUpload(connection, job, { first, reader, check, progress });
    return made === undefined ? undefined : { ...made, sha256: hash.digest("hex") };
  } finally {
    await reader.close();
  }
}

async function currentSize(content: Content): Promise<number | undefined> {
  return typeof content === "string" ? (await stat(content)).size : undefined;
}

async function putObject(
  connection: S3Connection,
  job: UploadJob,
  body: Buffer,
): Promise<string | undefined> {
  const { key, metadata, ifAbsent, signal } = job;
  try {
    const { ETag } = await connection.ask(signal, (sdk, client, options) =>
      client.send(
        new sdk.PutObjectCommand({
          Bucket: connection.bucket,
          Key: key,
          Body: body,
          Metadata: metadata,
          ...(ifAbsent ? { IfNoneMatch: "*" } : {}),
        }),
        options,
      ),
    );
    return ETag ?? "";
  } catch (error) {
    if (!ifAbsent || !isPreconditionFailed(classifyError(error))) throw error;
    return versionOfUpload(connection, job);
  }
}
