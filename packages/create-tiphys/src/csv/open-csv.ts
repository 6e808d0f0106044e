import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { ContractError } from "@tiphys/workflow";
import { readText } from "../../../workflow/src/dataset/read-text.js";
import { errorCode } from "../../../workflow/src/files/error-code.js";

/** A CSV file that can be read from its start several times. */
export interface OpenCsv {
  readonly path: string;
  /** Whether it is compressed by gzip. */
  readonly isCompressed: boolean;
  /** Its text in chunks, with line feeds as line ends. */
  text(): AsyncIterable<string>;
}

/** Opens a CSV file, compressed by gzip or not, whatever its extension. Does not throw: `text` reports errors of the file. */
export async function openCsv(path: string): Promise<OpenCsv> {
  if (!(await isGzip(path))) return { path, isCompressed: false, text: () => readText(path) };
  return { path, isCompressed: true, text: () => decompressed(path) };
}

async function isGzip(path: string): Promise<boolean> {
  // The reader of the text reports a file that cannot be opened.
  const file = await open(path).catch(() => undefined);
  try {
    const { buffer } = (await file?.read(Buffer.alloc(2), 0, 2).catch(() => undefined)) ?? {};
    return buffer?.[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file?.close();
  }
}

async function* decompressed(path: string): AsyncGenerator<string> {
  // The reader gets the errors of the file. A stream that was not read to its end is not an error.
  const read = (): Readable => pipeline(createReadStream(path), createGunzip(), () => {});
  try {
    yield* readText(path, read);
  } catch (error) {
    if (!(error instanceof Error && /^Z_/.test(String(errorCode(error))))) throw error;
    throw new ContractError(
      `${path} cannot be decompressed: ${error.message}. Expected a whole gzip file: copy or download it again.`,
    );
  }
}
