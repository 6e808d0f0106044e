import type { FileMetaData, SchemaTree } from "hyparquet";
import { ContractError } from "../../definition/errors.js";
import type { RowLayout } from "../row-reader.js";
import { columnType } from "./column-types.js";
import { decompressors } from "./decompressors.js";

const maxShown = 5;

/** @throws {ContractError} naming columns whose cells are neither the numbers nor the texts that the dataset expects */
export function checkTypes({ columns }: RowLayout, schema: SchemaTree, source: string): void {
  const faults = columns.flatMap(({ name, position, reader }) => {
    const child = schema.children[position];
    const found = child === undefined ? "no values" : columnType(child.element, child.children.length > 0);
    const isDate = reader.kind === "number" && reader.isDate;
    if (isDate && (found === "dates" || found === "timestamps" || found === "texts")) return [];
    const expected = isDate ? "dates" : reader.kind === "number" ? "numbers" : "texts";
    return found === expected ? [] : [`column "${name}" has ${found}, expected ${expected}.`];
  });
  if (faults.length === 0) return;
  const more = faults.length > maxShown ? [`… and ${faults.length - maxShown} more.`] : [];
  throw new ContractError(
    `${source}: ${[...faults.slice(0, maxShown), ...more].join("\n")}\nConvert the cells before the file is written.`,
  );
}

/** @throws {ContractError} if columns are compressed in a way that cannot be read */
export function checkCompression({ row_groups: groups }: FileMetaData, source: string): void {
  const codecs = groups.flatMap(({ columns }) => columns.map(({ meta_data: about }) => about?.codec));
  const readable = ["UNCOMPRESSED", "SNAPPY", ...Object.keys(decompressors)];
  const other = codecs.find((codec) => codec !== undefined && !readable.includes(codec));
  if (other === undefined) return;
  const advice = other === "ZSTD" ? "Use Node 22.15 or newer, or write" : "Write";
  throw new ContractError(
    `${source} is compressed by ${other}, which Node ${process.versions.node} does not read.\n${advice} the file with compression="snappy".`,
  );
}
