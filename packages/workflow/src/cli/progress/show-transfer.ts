import { isInteractive } from "@tiphys/argo-lint/terminal";
import type { TransferOptions } from "../../storage/store.js";
import { transferLine } from "./transfer-line.js";

/** Minimum time between two drawings of the bar, in milliseconds. */
const interval = 100;

/** A progress bar of a transfer. */
interface ShownTransfer {
  moved(done: number, total: number | undefined): void;
  /** Removes the bar. */
  close(): void;
}

/** Draws a bar on standard error if it is a terminal; standard output is not touched. */
async function showTransfer(label: string): Promise<ShownTransfer> {
  const stream = process.stderr;
  if (!isInteractive(stream) || !(stream.columns > 0)) return { moved() {}, close() {} };
  const { createLogUpdate } = await import("log-update");
  const area = createLogUpdate(stream);
  const begun = Date.now();
  let drawn = 0;
  return {
    moved(done, total) {
      const now = Date.now();
      if (now - drawn < interval && done !== total) return;
      drawn = now;
      area(transferLine({ label, done, total, milliseconds: now - begun }, stream.columns - 1));
    },
    close() {
      area.clear();
      area.done();
    },
  };
}

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
