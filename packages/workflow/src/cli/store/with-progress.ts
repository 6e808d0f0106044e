import type { TransferOptions } from "../../storage/store.js";
import { showTransfer } from "../progress/show-transfer.js";
import { bytesText } from "../progress/transfer-line.js";

/** Shows a progress bar with a label during a transfer. */
export async function withProgress<T>(
  label: string,
  work: (onProgress: NonNullable<TransferOptions["onProgress"]>) => Promise<T>,
): Promise<T> {
  const progress = await showTransfer(label);
  try {
    return await work(progress.moved);
  } finally {
    progress.close();
  }
}

/** Size and digest for people: `8 B, SHA-256 7c1f0a9e2b34…`. */
export function contentText({ bytes, sha256 }: { readonly bytes: number; readonly sha256: string }): string {
  return `${bytesText(bytes)}, SHA-256 ${sha256.slice(0, 12)}…`;
}
