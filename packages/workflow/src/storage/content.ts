import { createReadStream } from "node:fs";
import type { Content } from "./store.js";

/** Chunk size for reading files, in bytes. */
const chunkSize = 1 << 20;

/** Reads content in chunks. */
export function chunksOf(content: Content): AsyncIterable<Uint8Array> {
  if (typeof content === "string") return createReadStream(content, { highWaterMark: chunkSize });
  return content instanceof Uint8Array ? once(content) : content;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
