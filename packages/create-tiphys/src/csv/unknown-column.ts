import { didYouMean } from "@tiphys/argo-lint/text";
import type { CsvFile } from "./read-csv.js";

/** Maximum number of columns named in a message. */
const maxShown = 30;

/** What is wrong with the name of a column that a file does not have, as sentences. */
export function unknownColumn({ path, names }: Pick<CsvFile, "path" | "names">, name: string): string {
  return `There is no column "${name}" in ${path}.${didYouMean(name, names)} ${listOfColumns(names)}`;
}

/** The columns of a file, as a sentence. */
export function listOfColumns(names: readonly string[]): string {
  const listed = names.filter((name) => name !== "").slice(0, maxShown);
  return `Its columns: ${listed.join(", ")}${names.length > maxShown ? ", …" : "."}`;
}
