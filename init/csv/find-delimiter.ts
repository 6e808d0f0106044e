import { ContractError } from "@pipeline/workflow";
import { csvRows } from "../../packages/workflow/src/dataset/csv-rows.js";
import { readText } from "../../packages/workflow/src/dataset/read-text.js";

export const delimiters = [",", ";", "\t", "|"] as const;
export type AnyDelimiter = (typeof delimiters)[number];

const rowsToSee = 50;

/**
 * What separates the cells of a file: the delimiter by which most of the first rows have as many cells as the header,
 * and of several the one by which there are most cells.
 * @throws {UsageError} where there is no such file
 * @throws {ContractError} where it cannot be read by any delimiter
 */
export async function findDelimiter(path: string): Promise<AnyDelimiter> {
  let best: { delimiter: AnyDelimiter; alike: number; cells: number } | undefined;
  let fault: ContractError | undefined;
  for (const delimiter of delimiters) {
    const { widths, error } = await widthsOf(path, delimiter);
    fault ??= error;
    const [cells = 0, ...others] = widths;
    if (cells < 2) continue;
    const alike = others.filter((width) => width === cells).length / Math.max(1, others.length);
    if (best === undefined || alike > best.alike || (alike === best.alike && cells > best.cells)) {
      best = { delimiter, alike, cells };
    }
  }
  if (best === undefined && fault !== undefined) throw fault;
  return best?.delimiter ?? ",";
}

/** How many cells the first rows have. A quote in the midst of a cell is a fault by one delimiter and none by another. */
async function widthsOf(
  path: string,
  delimiter: AnyDelimiter,
): Promise<{ widths: number[]; error?: ContractError }> {
  const widths: number[] = [];
  try {
    // The parser takes any character as a delimiter; a dataset's contract knows fewer of them.
    for await (const { rows } of csvRows(readText(path), delimiter as ",", path)) {
      for (const cells of rows) if (cells.length > 1 || cells[0]?.trim() !== "") widths.push(cells.length);
      if (widths.length >= rowsToSee) break;
    }
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return { widths: widths.slice(0, rowsToSee), error };
  }
  return { widths: widths.slice(0, rowsToSee) };
}
