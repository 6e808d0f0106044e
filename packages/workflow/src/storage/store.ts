/** An object in a store. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** Changes whenever the bytes change: S3's ETag, or a local file's size, time and inode. */
  readonly version: string;
  /** Of the bytes, if the writer stored it. */
  readonly sha256?: string;
}

/** Content to store: the path of a file, bytes, or a stream of chunks of unknown length. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

export interface TransferOptions {
  /** Aborts the transfer at once; no partial file or object is left. */
  readonly signal?: AbortSignal;
  /** Called with the bytes transferred so far and the total, if it is known. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

export interface PutOptions extends TransferOptions {
  /** Stores the object only if the key does not exist; of several concurrent writers exactly one wins. */
  readonly ifAbsent?: boolean;
}

export interface HeadOptions extends Pick<TransferOptions, "signal"> {
  /** Computes the SHA-256 if the store is local and has not stored it. */
  readonly digest?: boolean;
}

/** An object store. Keys are texts such as `runs/a/model.json`, see {@link checkKey}. */
export interface Store {
  /** For display; contains no secret. */
  readonly address: string;
  /**
   * Stores content under a key, atomically.
   * @returns the stored object; undefined if `ifAbsent` is set and the key exists
   */
  put(
    key: string,
    content: Content,
    options?: PutOptions,
  ): Promise<(StoredObject & { readonly sha256: string }) | undefined>;
  /**
   * Downloads an object to a file and creates the file's folder if needed. The file is written to a temporary sibling,
   * verified, and renamed.
   * @throws {UserError} if the key does not exist; the message suggests the most similar key
   */
  get(
    key: string,
    file: string,
    options?: TransferOptions,
  ): Promise<StoredObject & { readonly sha256: string }>;
  /** Lists the objects whose keys begin with the prefix, in the order of the keys' UTF-8 bytes; requested page by page. */
  list(prefix?: string, options?: Pick<TransferOptions, "signal">): AsyncIterable<StoredObject>;
  /** An object's properties, without its bytes; undefined if the key does not exist. */
  head(key: string, options?: HeadOptions): Promise<StoredObject | undefined>;
  /** Deletes an object; does nothing if the key does not exist. */
  delete(key: string): Promise<void>;
  /** Closes open connections. */
  close(): void;
}

export interface OpenOptions {
  /** Called with messages for the user, such as that a store cannot prevent two writers from overwriting each other. */
  readonly notice?: (message: string) => void;
  /** How long requests to a store that has responded before are retried after transient errors, in milliseconds. Default: 60,000. */
  readonly retryTimeout?: number;
  /** Maximum number of keys in a page of a list. Default: 1,000, which is S3's maximum. */
  readonly pageSize?: number;
}
