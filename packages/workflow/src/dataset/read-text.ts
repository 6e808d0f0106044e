import { readBytes } from "./read-bytes.js";
import { readError } from "./read-error.js";
import { refuseBinary } from "./refuse-binary.js";

const chunkBytes = 65_536;

/**
 * Reads a UTF-8 file, compressed by gzip or not, in chunks, without its byte order mark. Every line end (CRLF or a single CR)
 * becomes a line feed.
 * @param path names the file in messages
 * @param open opens the file's bytes
 * @throws {UsageError} if the file does not exist or cannot be opened
 * @throws {ContractError} if it is not UTF-8, or cannot be decompressed
 */
export async function* readText(
  path: string,
  open: () => AsyncIterable<Uint8Array> = () => readBytes(path, { chunkBytes }),
): AsyncGenerator<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  let heldBack = "";
  try {
    for await (const bytes of open()) {
      if (isFirst) refuseBinary(path, bytes);
      isFirst = false;
      const text = heldBack + decoder.decode(bytes, { stream: true });
      // The next chunk may begin with a line feed.
      heldBack = text.endsWith("\r") ? "\r" : "";
      yield withLineFeeds(text.slice(0, text.length - heldBack.length));
    }
    yield withLineFeeds(heldBack + decoder.decode());
  } catch (error) {
    throw await readError(path, error, open);
  }
}

/** The text with a line feed for every CRLF and every single CR. */
export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
