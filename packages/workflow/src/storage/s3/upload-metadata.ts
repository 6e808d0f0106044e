import type { S3Connection } from "./connection.js";

/** Metadata of an object: the SHA-256 of its bytes, and which upload it came by. */
export const sha256Name = "sha256";
export const uploadName = "upload-id";

/** What is put, apart from its bytes. */
export interface Upload {
  readonly key: string;
  readonly metadata: Record<string, string>;
  readonly ifAbsent: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The version of what this same upload put there, whose answer was lost on the way; undefined where another one did. */
export async function versionOfUpload(
  connection: S3Connection,
  { key, metadata, signal }: Upload,
): Promise<string | undefined> {
  const { ETag, Metadata } = await connection.ask(signal, (sdk, client, options) =>
    client.send(new sdk.HeadObjectCommand({ Bucket: connection.bucket, Key: key }), options),
  );
  return Metadata?.[uploadName] === metadata[uploadName] ? (ETag ?? "") : undefined;
}
