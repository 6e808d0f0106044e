import { isInteractive } from "../terminal.js";
import { transferLine } from "./transfer-line.js";

/** How often the bar is drawn at most, in milliseconds. */
const interval = 100;

/** Shows how far a transfer is. */
export interface ShownTransfer {
  moved(done: number, total: number | undefined): void;
  /** Takes the bar away. */
  close(): void;
}

/** Draws a bar on standard error where it is a terminal, so that standard output stays as it is. */
export async function showTransfer(label: string): Promise<ShownTransfer> {
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
