import { nearest } from "@tiphys/argo-lint/text";
import { ContractError } from "../definition/errors.js";
import { showValue } from "../definition/show-value.js";
import type { AnyDataset } from "./dataset.js";

const maxShown = 5;

// In characters. Longer "names" are found in files that are not CSV files; comparing them would take seconds.
const maxNameLength = 200;

/**
 * Finds the dataset's columns in the header of a file.
 * @param where names the file, and the line of the header, in messages
 * @returns for each column of the dataset its index in the file's rows
 * @throws {ContractError} naming the first columns that are missing, not part of the dataset, or duplicated
 */
export function matchHeader(header: readonly string[], dataset: AnyDataset, where: string): number[] {
  const wanted = dataset.names;
  const names = header.map((cell) => (wanted.includes(cell) ? cell : cell.trim()));
  const ignored = new Set(dataset.ignore.filter((name) => !wanted.includes(name)));
  const faults =
    delimiterFault(names, dataset) ?? noHeaderFault(names, wanted) ?? columnFaults(names, wanted, ignored);
  if (faults.length > 0) {
    throw new ContractError(
      `${where}: ${firstOf(faults).join("\n")}\nExpected the columns ${wanted.join(", ")}, in any order.`,
    );
  }
  return wanted.map((name) => names.indexOf(name));
}

/** The ignored columns that a file has, in its order, with their cells' index in the file's rows. */
export function ignoredColumns(
  header: readonly string[],
  { names, ignore }: AnyDataset,
): { readonly name: string; readonly position: number }[] {
  return header.flatMap((cell, position) => {
    const name = names.includes(cell) ? cell : cell.trim();
    return ignore.includes(name) && !names.includes(name) ? [{ name, position }] : [];
  });
}

function delimiterFault(names: readonly string[], dataset: AnyDataset): string[] | undefined {
  const [name] = names;
  if (names.length > 1 || name === undefined || Object.hasOwn(dataset.columns, name)) return undefined;
  const found = [",", ";", "\t", "|"].find((other) => other !== dataset.delimiter && name.includes(other));
  if (found === undefined) return undefined;
  const advice =
    found === "|"
      ? `Write the file with ${showValue(dataset.delimiter)}.`
      : `Set delimiter: ${showValue(found)} in defineDataset.`;
  return [
    `the cells are separated by ${showValue(found)}, not by ${showValue(dataset.delimiter)}. ${advice}`,
  ];
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
    const meant = nearest(
      name,
      [...surplus].filter(({ length }) => length <= maxNameLength),
    );
    const question = meant === undefined ? "." : `; is it the one named ${showValue(meant)}?`;
    faults.push(`column "${name}" is missing${question}`);
    if (meant !== undefined) surplus.delete(meant);
  }
  for (const name of surplus) {
    faults.push(
      `column ${showValue(name)} is not part of the dataset. Remove it, or list it under "ignore" in defineDataset.`,
    );
  }
  for (const name of wanted) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) faults.push(`column "${name}" appears twice.`);
  }
  return faults;
}

function firstOf(faults: readonly string[]): readonly string[] {
  const more = faults.length - maxShown;
  return more <= 0 ? faults : [...faults.slice(0, maxShown), `… and ${more} more.`];
}
