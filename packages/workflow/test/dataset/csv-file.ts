import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AnyDataset } from "../../src/dataset/dataset.js";
import { type DatasetContent, type ReadDatasetOptions, readDataset } from "../../src/dataset/read-dataset.js";
import { tempDir } from "../temp-dir.js";

/** Writes a file in a folder of its own and returns its path. */
export function csvFile(content: string | Uint8Array): string {
  const path = join(tempDir("dataset-"), "1.csv");
  writeFileSync(path, content);
  return path;
}

/** Reads a dataset from a file with this content. */
export function read(
  content: string | Uint8Array,
  dataset: AnyDataset,
  options?: ReadDatasetOptions,
): Promise<DatasetContent> {
  return readDataset(csvFile(content), dataset, options);
}

/** The message of the error for such a file, with its path replaced by `data.csv`. */
export async function messageOf(
  content: string | Uint8Array,
  dataset: AnyDataset,
  options?: ReadDatasetOptions,
): Promise<string> {
  const path = csvFile(content);
  const error = await readDataset(path, dataset, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? `${error.name}: ${error.message.replaceAll(path, "data.csv")}` : "no error";
}

/** The columns of the table as arrays. */
export function columnsOf({ table }: DatasetContent): Record<string, unknown[]> {
  return Object.fromEntries(table.columnNames().map((name) => [name, [...table.array(name)]]));
}
