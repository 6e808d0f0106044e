/** What lies in a store under a key. */
export interface StoredObject {
  readonly key: string;
  readonly bytes: number;
  /** Another one each time that the bytes change: S3's ETag, a folder's size and time. */
  readonly version: string;
  /** Of the bytes, where whoever put them there noted it. */
  readonly sha256?: string;
}

/** What is put: a file by its path, bytes, or pieces whose end is not known before. */
export type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

export interface TransferOptions {
  /** Ends the transfer at once when aborted; nothing half-written is left. */
  readonly signal?: AbortSignal;
  /** Bytes moved so far, and all that there are where that is known. */
  readonly onProgress?: (done: number, total: number | undefined) => void;
}

export interface PutOptions extends TransferOptions {
  /** Puts only where nothing is there: of several writers at once exactly one wins. */
  readonly ifAbsent?: boolean;
}

export interface HeadOptions extends Pick<TransferOptions, "signal"> {
  /** Works the SHA-256 out where nobody noted it and the bytes lie on this machine. */
  readonly digest?: boolean;
}

/** A place that keeps bytes under keys. Keys are texts such as `runs/a/model.json`, see {@link checkKey}. */
export interface Store {
  /** As a person would name it; holds no secret. */
  readonly address: string;
  /**
   * Puts bytes under a key: all of them or none.
   * @returns what lies there now; undefined where `ifAbsent` was asked for and something was there
   */
  put(
    key: string,
    content: Content,
    options?: PutOptions,
  ): Promise<(StoredObject & { readonly sha256: string }) | undefined>;
  /**
   * Writes an object to a file, whose folder is made where needed. It is written beside, checked, and renamed.
   * @throws {UserError} where there is no such key; it names the nearest
   */
  get(
    key: string,
    file: string,
    options?: TransferOptions,
  ): Promise<StoredObject & { readonly sha256: string }>;
  /** All objects whose keys begin with the prefix, in the order of their keys' UTF-8 bytes; asked for by pages. */
  list(prefix?: string, options?: Pick<TransferOptions, "signal">): AsyncIterable<StoredObject>;
  /** What lies under a key, without its bytes. */
  head(key: string, options?: HeadOptions): Promise<StoredObject | undefined>;
  /** Takes an object away; nothing happens where there is none. */
  delete(key: string): Promise<void>;
  /** Ends what is kept open. */
  close(): void;
}
