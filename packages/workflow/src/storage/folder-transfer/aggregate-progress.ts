import type { TransferOptions } from "../store.js";
import { bytesOf, type FolderFile } from "./tree-file.js";

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
      // Less than before when a transfer restarts.
      sum += done - before;
      before = done;
      onProgress?.(sum, total);
    };
  };
}
