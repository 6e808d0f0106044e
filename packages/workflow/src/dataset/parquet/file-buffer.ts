import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { AsyncBuffer } from "hyparquet";

/** A file for hyparquet, which reads parts of it. Close it in the end. */
export interface FileBuffer extends AsyncBuffer {
  close(): void;
}

/** @param onRead is called with the number of bytes that have been read */
export function openFileBuffer(path: string, onRead: (bytes: number) => void): FileBuffer {
  const file = openSync(path, "r");
  const { size } = fstatSync(file);
  let all = 0;
  return {
    byteLength: size,
    slice(start, end = size) {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      for (let at = 0; at < bytes.length; ) {
        const length = readSync(file, bytes, at, bytes.length - at, start + at);
        if (length === 0) throw new Error("the file was cut off while it was read");
        at += length;
      }
      all += bytes.length;
      onRead(Math.min(all, size));
      return bytes.buffer;
    },
    close: () => closeSync(file),
  };
}
