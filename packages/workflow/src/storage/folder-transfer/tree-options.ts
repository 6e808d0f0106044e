import type { TransferOptions } from "../store.js";

export interface FolderTransferOptions extends TransferOptions {
  /** Replaces existing files that differ. */
  readonly overwrite?: boolean;
  /** The local folder in messages. Default: its path. */
  readonly displayName?: string;
}

/** The result of a transfer of a folder. */
export interface FolderTransfer {
  /** Number of files in the source. */
  readonly files: number;
  /** Number of files that were transferred. */
  readonly moved: number;
  /** Size of the transferred files. */
  readonly bytes: number;
  /** Files that exist only in the target; they are kept. */
  readonly extra: readonly string[];
}

/** How many files are transferred concurrently. */
export const filesAtOnce = 4;
