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

/** A file of a folder that is transferred. */
export interface FolderFile {
  /** Path relative to the folder or the prefix, with slashes. */
  readonly name: string;
  readonly bytes: number;
}

/** Names for a message: the first three and the number of others. */
export function someOf(names: readonly string[]): string {
  const maxShown = 3;
  const more = names.length - maxShown;
  return `${names.slice(0, maxShown).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** Total size of the files, in bytes. */
export function bytesOf(files: readonly FolderFile[]): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Adds up the progress of several transfers. */
export function aggregateProgress(
  files: readonly FolderFile[],
  onProgress: TransferOptions["onProgress"],
): (file: FolderFile) => (done: number) => void {
  const total = bytesOf(files);
  let sum = 0;
  return () => {
    let before = 0;
    return (done) => {
      // `done` decreases when a transfer restarts.
      sum += done - before;
      before = done;
      onProgress?.(sum, total);
    };
  };
}
