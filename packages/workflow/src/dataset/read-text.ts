import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { encodingError } from "./encoding-error.js";
import { fileError } from "./file-error.js";
import { refuseBinary } from "./refuse-binary.js";

const chunkBytes = 65_536;

/**
 * Reads a UTF-8 file in chunks, without its byte order mark. Every line end (CRLF or a single CR) becomes a line feed.
 * @param path names the file in messages
 * @param open opens the file's bytes. Default: the file itself; a caller can, for example, decompress it
 * @throws {UsageError} if the file does not exist or cannot be opened
 * @throws {ContractError} if it is not UTF-8
 */
export async function* readText(
  path: string,
  open: () => Readable = () => createReadStream(path, { highWaterMark: chunkBytes }),
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
    throw (await encodingError(path, error, open)) ?? fileError(path, error) ?? error;
  }
}

function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
