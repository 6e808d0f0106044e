import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { ContractError } from "../definition/errors.js";
import { errorCode } from "../files/error-code.js";
import { shownPath } from "./shown-path.js";

/** @throws {ContractError} where a file begins like UTF-16, or holds zero bytes, as only binary files do */
export function refuseUtf16(path: string, firstBytes: Uint8Array): void {
  const [first, second] = firstBytes;
  const hasMark = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (!hasMark && !firstBytes.subarray(0, 1024).includes(0)) return;
  const found = hasMark ? "is UTF-16" : "has zero bytes, as UTF-16 and binary files do";
  throw new ContractError(
    `${shownPath(path)} ${found}.\nExpected a CSV file in UTF-8. Save it again as "CSV UTF-8".`,
  );
}

/** The error that names the first line that is not UTF-8, where this is what the decoder stumbled upon. */
export async function encodingError(path: string, error: unknown): Promise<ContractError | undefined> {
  if (errorCode(error) !== "ERR_ENCODING_INVALID_ENCODED_DATA") return undefined;
  return new ContractError(
    `${shownPath(path)} line ${await firstLineNotUtf8(path)} is not UTF-8.\n` +
      'Expected a CSV file in UTF-8. Save it again as "CSV UTF-8"; it may be Latin-1 (Windows-1252) now.',
  );
}

async function firstLineNotUtf8(path: string): Promise<number> {
  const bytes = createReadStream(path, "latin1");
  let number = 0;
  for await (const line of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (!isUtf8(Buffer.from(line, "latin1"))) break;
  }
  bytes.destroy();
  return number;
}
