import type { S3Connection } from "./connection.js";

/** Names of an object's metadata: the SHA-256 of its bytes and the ID of its upload. */
export const sha256Name = "sha256";
export const uploadName = "upload-id";

/** An upload, without its bytes. */
export interface UploadJob {
  readonly key: string;
  readonly metadata: Record<string, string>;
  readonly ifAbsent: boolean;
  readonly signal: AbortSignal | undefined;
}

/** The version of the stored object if this upload wrote it and only the response was lost; undefined if another upload did. */
export async function versionOfUpload(
  connection: S3Connection,
  { key, metadata, signal }: UploadJob,
): Promise<string | undefined> {
  const { ETag, Metadata } = await connection.ask(signal, (sdk, client, options) =>
    client.send(new sdk.HeadObjectCommand({ Bucket: connection.bucket, Key: key }), options),
  );
  return Metadata?.[uploadName] === metadata[uploadName] ? (ETag ?? "") : undefined;
}

/** Splits chunks of any size into parts. */
export class PartReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  readonly #onChunk: (chunk: Uint8Array) => void;
  #rest: Uint8Array = new Uint8Array(0);

  /** @param onChunk called once for every chunk, in order */
  constructor(chunks: AsyncIterable<Uint8Array>, onChunk: (chunk: Uint8Array) => void) {
    this.#chunks = chunks[Symbol.asyncIterator]();
    this.#onChunk = onChunk;
  }

  /** Copies the next bytes into the buffer: until it is full or the source ends. */
  async fill(buffer: Buffer): Promise<Buffer> {
    let length = 0;
    while (length < buffer.length) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) break;
        this.#onChunk(next.value);
        this.#rest = next.value;
      }
      const taken = this.#rest.subarray(0, buffer.length - length);
      buffer.set(taken, length);
      length += taken.length;
      this.#rest = this.#rest.subarray(taken.length);
    }
    return buffer.subarray(0, length);
  }

  /** Closes the source, even if it was not read to its end. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}
