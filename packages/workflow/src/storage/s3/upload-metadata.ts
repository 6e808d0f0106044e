import type { S3Connection } from "./connection.js";

/** Names of an object's metadata: the SHA-256 of its bytes and the ID of its upload. */
export const sha256Name = "sha256";
export const uploadName = "upload-id";

/** An upload, without its bytes. */
export interface Upload {
  readonly key: string;
  readonly metadata: Record<string, string>;
  readonly ifAbsent: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The version of the stored object if this upload wrote it and only the response was lost; undefined if another upload did. */
export async function versionOfUpload(
  connection: S3Connection,
  { key, metadata, signal }: Upload,
): Promise<string | undefined> {
  const { ETag, Metadata } = await connection.ask(signal, (sdk, client, options) =>
    client.send(new sdk.HeadObjectCommand({ Bucket: connection.bucket, Key: key }), options),
  );
  return Metadata?.[uploadName] === metadata[uploadName] ? (ETag ?? "") : undefined;
}
