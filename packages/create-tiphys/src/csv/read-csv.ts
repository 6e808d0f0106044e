import { ContractError } from "@tiphys/workflow";
import { csvRows } from "../../../workflow/src/dataset/csv-rows.js";
import { type AnyDelimiter, findLayout, isBlank } from "./find-layout.js";
import { isLikeARow } from "./is-like-a-row.js";
import { namesOfColumns } from "./names-of-columns.js";
import { openCsv } from "./open-csv.js";

/** The content of a CSV file as texts. */
export interface CsvFile {
  readonly path: string;
  /** Whether it is compressed by gzip. */
  readonly isCompressed: boolean;
  readonly delimiter: AnyDelimiter;
  /** The lines above the header, which are not read: `sep=;`, comments, titles. */
  readonly above: readonly string[];
  /** A unique name for each column; "" where the header has none. */
  readonly names: readonly string[];
  /** Names that were changed: a second column of the same name got a number. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Number of empty names at the header's end that have no cells in the rows. */
  readonly surplusNames: number;
  /** The cells of each column, top to bottom. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: number;
}

/**
 * Reads a CSV file with a header: UTF-8, optionally compressed by gzip, any line ends, separated by commas, semicolons, tabs
 * or pipes, optionally with comments and titles above the header.
 * @param onProgress is called while reading, with what has been read, such as "12,000 rows"
 * @throws {ContractError} naming the error in the file, and its line
 * @throws {UsageError} if the file does not exist
 */
export async function readCsv(path: string, onProgress: (read: string) => void = () => {}): Promise<CsvFile> {
  const file = await openCsv(path);
  const { delimiter, above } = await findLayout(file);
  let toSkip = above.length;
  let header: { names: string[]; renamed: CsvFile["renamed"] } | undefined;
  const columns: string[][] = [];
  let surplusNames = 0;
  // The parser accepts any character as a delimiter; the type has those of a dataset's contract.
  for await (const batch of csvRows(file.text(), delimiter as ",", path)) {
    onProgress(`${(columns[0]?.length ?? 0).toLocaleString("en")} rows`);
    for (const [index, cells] of batch.rows.entries()) {
      if (isBlank(cells)) continue;
      if (toSkip > 0) {
        toSkip -= 1;
        continue;
      }
      if (header === undefined) {
        header = namesOfColumns(path, cells);
        columns.push(...cells.map((): string[] => []));
        continue;
      }
      if (columns[0]?.length === 0) {
        surplusNames = surplusOf(header.names, cells.length);
        header.names.length -= surplusNames;
        columns.length -= surplusNames;
      }
      if (cells.length !== columns.length) {
        throw new ContractError(
          `${path} line ${batch.lineOf(index)}: the row has ${cells.length} cells, expected ${columns.length} as in the header. Fix the row.`,
        );
      }
      for (const [j, cell] of cells.entries()) columns[j]?.push(cell);
    }
  }
  const rows = columns[0]?.length ?? 0;
  if (header === undefined || rows === 0) {
    throw new ContractError(`${path} has no rows. Expected a CSV file with a header and rows below it.`);
  }
  if (isLikeARow(header.names, columns)) {
    throw new ContractError(
      `${path}: the first line looks like a row, not like the names of the columns: ${header.names.join(", ")}. Add a line with the names above it.`,
    );
  }
  const { isCompressed } = file;
  return { path, isCompressed, delimiter, above, ...header, surplusNames, columns, rows };
}

/** The number of empty names at a header's end that have no cells below them. */
function surplusOf(names: readonly string[], cells: number): number {
  return names.length > cells && names.slice(cells).every((name) => name === "") ? names.length - cells : 0;
}
