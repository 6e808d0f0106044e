import type { TransferOptions } from "../store.js";

export interface FolderTransferOptions extends TransferOptions {
  /** Replaces files that are there and differ. */
  readonly overwrite?: boolean;
  /** As a person would name the folder of this machine; its path where left out. */
  readonly displayName?: string;
}

/** How a folder was moved. */
export interface FolderTransfer {
  /** All files that were to be there. */
  readonly files: number;
  readonly moved: number;
  /** Of the files that were moved. */
  readonly bytes: number;
  /** Files that only the side has that was moved to: they were left. */
  readonly extra: readonly string[];
}

/** How many files are moved at once. */
export const filesAtOnce = 4;
