import { isUtf8 } from "node:buffer";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { ContractError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { displayPath } from "./display-path.js";

/** The error that names the first line that is not UTF-8; undefined if `error` is not a decoding error. */
export async function encodingError(
  path: string,
  error: unknown,
  open: () => AsyncIterable<Uint8Array>,
): Promise<ContractError | undefined> {
  if (errorCode(error) !== "ERR_ENCODING_INVALID_ENCODED_DATA") return undefined;
  return new ContractError(
    `${displayPath(path)} line ${await firstLineNotUtf8(open())} is not UTF-8.\n` +
      'Expected a CSV file in UTF-8. Save it again as "CSV UTF-8"; it may be Latin-1 (Windows-1252) now.',
  );
}

async function firstLineNotUtf8(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let number = 0;
  const input = Readable.from(latin1(chunks));
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (!isUtf8(Buffer.from(line, "latin1"))) break;
  }
  input.destroy();
  return number;
}

async function* latin1(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  for await (const chunk of chunks) yield Buffer.from(chunk).toString("latin1");
}
