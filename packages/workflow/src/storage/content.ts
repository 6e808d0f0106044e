import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Content } from "./store.js";

/** How much of a file is read at once, in bytes. */
const pieceSize = 1 << 20;

/** A content as pieces. */
export function piecesOf(content: Content): AsyncIterable<Uint8Array> {
  if (typeof content === "string") return createReadStream(content, { highWaterMark: pieceSize });
  return content instanceof Uint8Array ? once(content) : content;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Size and SHA-256 of a content that can be read twice. */
export async function measure(
  content: string | Uint8Array,
  signal?: AbortSignal,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const piece of piecesOf(content)) {
    signal?.throwIfAborted();
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
