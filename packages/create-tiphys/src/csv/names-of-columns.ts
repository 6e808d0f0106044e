import { ContractError } from "@tiphys/workflow";

/**
 * The names of a header, trimmed and made unique.
 * @throws {ContractError} if there is only one column, or the header has numbers only
 */
export function namesOfColumns(
  path: string,
  header: readonly string[],
): { names: string[]; renamed: { from: string; to: string }[] } {
  const trimmed = header.map((name) => name.trim());
  if (trimmed.length < 2) {
    throw new ContractError(
      `${path} has one column, "${trimmed.join()}". Expected the names of at least two in the first line, separated by commas, semicolons, tabs or pipes.`,
    );
  }
  if (trimmed.every((name) => name === "" || !Number.isNaN(Number(name)))) {
    throw new ContractError(
      `${path}: the first line has numbers, not the names of the columns. Add a line with the names above it.`,
    );
  }
  const renamed: { from: string; to: string }[] = [];
  const names: string[] = [];
  for (const name of trimmed) {
    let unique = name;
    for (let i = 2; name !== "" && (names.includes(unique) || (i > 2 && trimmed.includes(unique))); i++)
      unique = `${name}_${i}`;
    if (unique !== name) renamed.push({ from: name, to: unique });
    names.push(unique);
  }
  return { names, renamed };
}
