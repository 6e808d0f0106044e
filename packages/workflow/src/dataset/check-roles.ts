import { didYouMean } from "@tiphys/argo-lint/text";
import { DefinitionError } from "../definition/errors.js";
import { cellKind } from "./cell.js";
import type { AnyDataset, ColumnDefinition } from "./dataset.js";
import { DateColumn } from "./date-column.js";
import { tableNames } from "./table-names.js";

type Roles = Pick<AnyDataset, "columns" | "names" | "target" | "group" | "time">;

/**
 * Checks what a dataset says of its columns.
 * @throws {DefinitionError} naming the column that does not exist, cannot have its role, or has a schema that is neither of
 *   numbers nor of strings, or the name that two columns of the table would have
 */
export function checkRoles(dataset: Roles): void {
  const { target, group, time } = dataset;
  const given = Object.entries({ target, group, time }).flatMap(([role, name]) =>
    name === undefined ? [] : [{ role, name }],
  );
  for (const { role, name } of given) checkName(role, name, dataset);
  const twice = given.find(({ name }, i) => given.findIndex((other) => other.name === name) !== i);
  if (twice !== undefined) {
    throw new DefinitionError(`The dataset's column "${twice.name}" has two roles. Expected one at most.`);
  }
  if (group !== undefined && time !== undefined) {
    throw new DefinitionError(
      `The dataset has a group ("${group}") and a time ("${time}"). Rows are divided by one of them: remove the other.`,
    );
  }
  for (const [name, definition] of Object.entries(dataset.columns)) checkColumn(name, definition, dataset);
  checkTableNames(dataset);
}

function checkName(role: string, name: string, { names, columns }: Roles): void {
  const definition = names.includes(name) ? columns[name] : undefined;
  if (definition === undefined) {
    throw new DefinitionError(
      `The dataset's ${role} "${name}" is not one of its columns: ${names.join(", ")}.${didYouMean(name, names)}`,
    );
  }
  const isDate = definition instanceof DateColumn;
  if (role === "time" && !isDate && cellKind(definition) === "text") {
    throw new DefinitionError(
      `The dataset's time "${name}" is a column of texts. Expected dates or numbers: use dateColumn() or z.number().`,
    );
  }
  if (role !== "time" && isDate) {
    throw new DefinitionError(
      `The dataset's ${role} "${name}" is a column of dates. Use a schema of numbers or texts.`,
    );
  }
  const mayBeEmpty = isDate ? definition.mayBeEmpty : definition.safeParse(null).success;
  if (role !== "target" && mayBeEmpty) {
    throw new DefinitionError(
      `The dataset's ${role} "${name}" may be empty. Each row needs one: remove .nullable().`,
    );
  }
}

function checkColumn(name: string, definition: ColumnDefinition, { time }: Roles): void {
  if (definition instanceof DateColumn) {
    const { parts } = definition;
    if (new Set(parts).size < parts.length) {
      throw new DefinitionError(`The column of dates "${name}" has a part twice: ${parts.join(", ")}.`);
    }
    if (parts.length > 0 || name === time) return;
    throw new DefinitionError(
      `The column of dates "${name}" has no parts, so nothing is made of it. Name some, as in dateColumn("year", "month"), or list it under "ignore".`,
    );
  }
  if (cellKind(definition) !== undefined) return;
  throw new DefinitionError(
    `The schema of column "${name}" is neither one of numbers nor one of texts. ` +
      "Use z.number(), z.int(), z.string(), z.enum() or z.literal(), with checks or .nullable() as needed, but not z.coerce.",
  );
}

function checkTableNames({ columns, names }: Roles): void {
  const made = new Map<string, string>(names.map((name) => [name, name]));
  for (const name of names) {
    for (const part of tableNames(name, columns[name])) {
      const other = made.get(part);
      if (other !== undefined && other !== name) {
        throw new DefinitionError(
          `The dataset's columns "${other}" and "${name}" would both have "${part}" in the table. Rename one of them.`,
        );
      }
      made.set(part, name);
    }
  }
}
