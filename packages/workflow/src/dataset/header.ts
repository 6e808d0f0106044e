import { ContractError } from "../definition/errors.js";
import { nearest } from "../definition/nearest.js";
import type { AnyDataset } from "./dataset.js";

/**
 * Finds the dataset's columns in the header of a file.
 * @returns for each column of the dataset its place in the file's rows
 * @throws {ContractError} naming all columns that are missing, not part of the dataset, or there twice
 */
export function matchHeader(
  header: readonly string[],
  dataset: AnyDataset,
  source: string,
  line: number,
): number[] {
  const wanted = Object.keys(dataset.columns);
  const names = header.map((cell) => (wanted.includes(cell) ? cell : cell.trim()));
  const ignored = new Set(dataset.ignore.filter((name) => !wanted.includes(name)));
  const faults =
    delimiterFault(names, dataset) ?? noHeaderFault(names, wanted) ?? columnFaults(names, wanted, ignored);
  if (faults.length > 0) {
    throw new ContractError(
      `${source} line ${line}: ${faults.join("\n")}\nExpected the columns ${wanted.join(", ")}, in any order.`,
    );
  }
  return wanted.map((name) => names.indexOf(name));
}

function delimiterFault(names: readonly string[], dataset: AnyDataset): string[] | undefined {
  const [name] = names;
  if (names.length > 1 || name === undefined || name in dataset.columns) return undefined;
  const found = [",", ";", "\t", "|"].find((other) => other !== dataset.delimiter && name.includes(other));
  if (found === undefined) return undefined;
  const advice =
    found === "|"
      ? `Write the file with ${show(dataset.delimiter)}.`
      : `Say delimiter: ${show(found)} in defineDataset.`;
  return [`the cells are separated by ${show(found)}, not by ${show(dataset.delimiter)}. ${advice}`];
}

function noHeaderFault(names: readonly string[], wanted: readonly string[]): string[] | undefined {
  if (names.some((name) => name !== "" && Number.isNaN(Number(name)))) return undefined;
  if (names.some((name) => wanted.includes(name))) return undefined;
  return ["the first line has numbers, not the names of the columns. Add a line with the names above it."];
}

function columnFaults(
  names: readonly string[],
  wanted: readonly string[],
  ignored: ReadonlySet<string>,
): string[] {
  const surplus = new Set(names.filter((name) => !wanted.includes(name) && !ignored.has(name)));
  const missing = wanted.filter((name) => !names.includes(name));
  const faults: string[] = [];
  for (const name of missing) {
    const meant = nearest(name, surplus);
    faults.push(
      `column "${name}" is missing${meant === undefined ? "." : `; is it the one named "${meant}"?`}`,
    );
    if (meant !== undefined) surplus.delete(meant);
  }
  for (const name of surplus) {
    faults.push(
      `column "${name}" is not part of the dataset. Remove it, or list it under "ignore" in defineDataset.`,
    );
  }
  for (const name of wanted) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`column "${name}" is there twice.`);
  }
  return faults;
}

function show(delimiter: string): string {
  return JSON.stringify(delimiter);
}
