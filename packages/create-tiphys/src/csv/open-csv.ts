import { inspectFile } from "../../../workflow/src/dataset/read-bytes.js";
import { readText } from "../../../workflow/src/dataset/read-text.js";

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
  const kind = await inspectFile(path).then(
    (file) => file.kind,
    () => undefined,
  );
  return { path, isCompressed: kind === "gzip", text: () => readText(path) };
}
