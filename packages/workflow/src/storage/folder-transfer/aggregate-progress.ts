import type { TransferOptions } from "../store.js";
import { bytesOf, type FolderFile } from "./tree-file.js";

/** Adds up how far several transfers are. */
export function aggregateProgress(
  files: readonly FolderFile[],
  onProgress: TransferOptions["onProgress"],
): (file: FolderFile) => (done: number) => void {
  const total = bytesOf(files);
  let sum = 0;
  return () => {
    let before = 0;
    return (done) => {
      // Less than before where a transfer begins anew.
      sum += done - before;
      before = done;
      onProgress?.(sum, total);
    };
  };
}
