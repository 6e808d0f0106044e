import type * as z from "zod";
import { DefinitionError } from "../definition/errors.js";
import { checkRoles } from "./check-roles.js";
import { DateColumn } from "./date-column.js";
import { tableNames } from "./table-names.js";

/**
 * The schema of a column's cells: of numbers or of strings. Cells are parsed before a schema of numbers checks them: use
 * `z.number()`, not `z.coerce.number()`. `.nullable()` allows empty cells.
 */
export type ColumnSchema = z.ZodType<number | null, number | null> | z.ZodType<string | null, string | null>;

/** What a contract says of a column: the schema of its cells, or that they are dates. */
export type ColumnDefinition = ColumnSchema | DateColumn;

/** How many problems of an order the message lists. */
const maxShown = 5;

export type Delimiter = "," | ";" | "\t";

/** The contract of a CSV file: its columns, their schemas, and which column is to be predicted, if any. */
export interface AnyDataset {
  /** What each column of the file holds. */
  readonly columns: Readonly<Record<string, ColumnDefinition>>;
  /** The names of the file's columns that are read, in the order of the table. */
  readonly names: readonly string[];
  /** Undefined if no column is to be predicted. */
  readonly target: string | undefined;
  /** The column whose equal values tell which rows belong together; undefined if there is none. */
  readonly group: string | undefined;
  /** The column by which rows are older or newer; undefined if there is none. */
  readonly time: string | undefined;
  /** The table's columns to learn from, in the order of `names`: a column of dates is one for each of its parts. */
  readonly features: readonly string[];
  readonly ignore: readonly string[];
  readonly delimiter: Delimiter;
}

/** The names of columns as strings: the compiler treats keys that are whole numbers as numbers. */
export type NameOf<Columns> = `${keyof Columns & (string | number)}`;

/** The names of features: all columns without a role, and the parts of dates. */
export type FeatureOf<Columns, Role> = {
  [Name in keyof Columns & (string | number)]: Columns[Name] extends DateColumn<infer Part>
    ? `${Name}_${Part}`
    : Exclude<`${Name}`, Role>;
}[keyof Columns & (string | number)];

/** The contract of a CSV file whose column names are known to the compiler. */
export interface Dataset<
  Columns extends Record<string, ColumnDefinition>,
  Target extends NameOf<Columns> | undefined = NameOf<Columns> | undefined,
  Group extends NameOf<Columns> | undefined = NameOf<Columns> | undefined,
  Time extends NameOf<Columns> | undefined = NameOf<Columns> | undefined,
> extends AnyDataset {
  readonly columns: Columns;
  readonly target: Target;
  readonly group: Group;
  readonly time: Time;
  readonly features: readonly FeatureOf<Columns, Target | Group | Time>[];
  /**
   * The contract of new rows, whose target is not known yet: the columns of the features alone. A file may still have the
   * columns of target, group and time, which are ignored.
   */
  withoutTarget(): AnyDataset;
}

/**
 * Defines the contract of a CSV file.
 *
 *     const diabetes = defineDataset({
 *       columns: { Glucose: z.number().min(0).max(300), Outcome: z.literal([0, 1]) },
 *       target: "Outcome",
 *     });
 *
 * @param definition.columns a schema for each column, or `dateColumn(…)`; the file may have them in any order
 * @param definition.order the order of the table's columns. Default: the order of `columns`, in which JavaScript puts names
 *   that are whole numbers, such as 2024, before all others
 * @param definition.target the column to predict; without one, as for rows to be predicted, all columns are features
 * @param definition.group the column of what rows belong to, such as a patient: it is read, but is not a feature
 * @param definition.time the column of numbers or dates by which rows are older or newer: it is read, but is not a feature;
 *   the parts of a column of dates are
 * @param definition.ignore columns that the file may have but that are not read; any other column is an error
 * @param definition.delimiter separates the cells. Default: a comma
 * @throws {DefinitionError} if a role is that of a column that does not exist or cannot have it, two columns of the table
 *   would have one name, the order does not list each column once, or a schema is neither of numbers nor of strings
 */
export function defineDataset<
  const Columns extends Record<string, ColumnDefinition>,
  const Target extends NameOf<Columns> | undefined = undefined,
  const Group extends NameOf<Columns> | undefined = undefined,
  const Time extends NameOf<Columns> | undefined = undefined,
>(definition: {
  columns: Columns;
  order?: readonly NameOf<Columns>[];
  target?: Target;
  group?: Group;
  time?: Time;
  ignore?: readonly string[];
  delimiter?: Delimiter;
}): Dataset<Columns, Target, Group, Time> {
  // If they are omitted, their types are inferred as undefined.
  const target = definition.target as Target;
  const group = definition.group as Group;
  const time = definition.time as Time;
  const { columns, ignore = [], delimiter = "," } = definition;
  const names = orderOf(columns, definition.order);
  checkRoles({ columns, names, target, group, time });
  const roles: readonly (string | undefined)[] = [target, group, time];
  const featuresOf = (name: string): readonly string[] =>
    roles.includes(name) && !(columns[name] instanceof DateColumn) ? [] : tableNames(name, columns[name]);
  const given = names.filter((name) => featuresOf(name).length > 0);
  // The compiler does not follow how the names are made.
  const features = names.flatMap(featuresOf) as FeatureOf<Columns, Target | Group | Time>[];
  return {
    columns,
    names,
    target,
    group,
    time,
    features,
    ignore,
    delimiter,
    withoutTarget: () => ({
      columns: Object.fromEntries(Object.entries(columns).filter(([name]) => given.includes(name))),
      names: given,
      target: undefined,
      group: undefined,
      time: undefined,
      features,
      ignore: [...ignore, ...names.filter((name) => !given.includes(name))],
      delimiter,
    }),
  };
}

function orderOf(
  columns: Readonly<Record<string, ColumnDefinition>>,
  order: readonly string[] | undefined,
): readonly string[] {
  const names = Object.keys(columns);
  if (order === undefined) return names;
  if (order.length === names.length && names.every((name) => order.includes(name))) return order;
  const missing = names.filter((name) => !order.includes(name));
  const others = order.filter((name, i) => !names.includes(name) || order.indexOf(name) !== i);
  const problems = [
    ...missing.map((name) => `"${name}" is missing`),
    ...others.map(
      (name) => `"${name}" ${names.includes(name) ? "appears twice" : "is not one of the columns"}`,
    ),
  ];
  throw new DefinitionError(
    `The dataset's order must list each of its columns once: ${problems.slice(0, maxShown).join(", ")}${problems.length > maxShown ? ", …" : "."}`,
  );
}
