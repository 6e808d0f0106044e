import type * as z from "zod";
import { didYouMean } from "../definition/did-you-mean.js";
import { DefinitionError } from "../definition/errors.js";
import { cellKind } from "./cell-kind.js";

/**
 * What the cells of a column have to be: a schema of numbers or one of texts. Cells are read as numbers before a
 * schema of numbers sees them, so that `z.number()` is right and `z.coerce.number()` is not needed. `.nullable()`
 * allows empty cells.
 */
export type ColumnSchema = z.ZodType<number | null, number | null> | z.ZodType<string | null, string | null>;

/** So many faults of an order are named. */
const mostShown = 5;

export type Delimiter = "," | ";" | "\t";

/** The contract of some CSV file: its columns, what each may hold, and which of them is to be predicted, if any. */
export interface AnyDataset {
  readonly columns: Readonly<Record<string, ColumnSchema>>;
  /** The names of all columns, in the order in which tables have them. */
  readonly names: readonly string[];
  /** Undefined where nothing is to be predicted. */
  readonly target: string | undefined;
  /** All columns but the target, in the order of `names`. */
  readonly features: readonly string[];
  readonly ignore: readonly string[];
  readonly delimiter: Delimiter;
}

/** The names of columns as texts: of an object's keys, whole numbers are numbers to the compiler. */
export type NameOf<Columns> = `${keyof Columns & (string | number)}`;

/** The contract of a CSV file whose columns are known by name. */
export interface Dataset<
  Columns extends Record<string, ColumnSchema>,
  Target extends NameOf<Columns> | undefined = NameOf<Columns> | undefined,
> extends AnyDataset {
  readonly columns: Columns;
  readonly target: Target;
  readonly features: readonly Exclude<NameOf<Columns>, Target>[];
}

/**
 * Defines what a CSV file holds.
 *
 *     const diabetes = defineDataset({
 *       columns: { Glucose: z.number().min(0).max(300), Outcome: z.literal([0, 1]) },
 *       target: "Outcome",
 *     });
 *
 * @param definition.columns a schema for each column; the file may have them in any order
 * @param definition.order the order in which tables have the columns, where it is not that of `columns`: JavaScript puts
 *   names that are whole numbers, such as 2024, before all others
 * @param definition.target the column to predict; without one, as for rows to predict from, all columns are features
 * @param definition.ignore columns that the file may have and that are not read; any other column is refused
 * @param definition.delimiter what separates the cells, a comma unless told otherwise
 * @throws {DefinitionError} where the target is none of the columns, the order does not name each of them once, or a
 *   schema is neither of numbers nor of texts
 */
export function defineDataset<
  const Columns extends Record<string, ColumnSchema>,
  const Target extends NameOf<Columns> | undefined = undefined,
>(definition: {
  columns: Columns;
  order?: readonly NameOf<Columns>[];
  target?: Target;
  ignore?: readonly string[];
  delimiter?: Delimiter;
}): Dataset<Columns, Target> {
  // Left out, it is inferred to be undefined.
  const target = definition.target as Target;
  const { columns, ignore = [], delimiter = "," } = definition;
  const names = orderOf(columns, definition.order);
  if (target !== undefined && !names.includes(target)) {
    throw new DefinitionError(
      `The dataset's target "${target}" is none of its columns: ${names.join(", ")}.${didYouMean(target, names)}`,
    );
  }
  for (const [name, schema] of Object.entries(columns)) {
    if (cellKind(schema) !== undefined) continue;
    throw new DefinitionError(
      `The schema of column "${name}" is neither one of numbers nor one of texts. ` +
        "Use z.number(), z.int(), z.string(), z.enum() or z.literal(), with checks or .nullable() as needed, but not z.coerce.",
    );
  }
  return {
    columns,
    names,
    target,
    features: names.filter((name): name is Exclude<NameOf<Columns>, Target> => name !== target),
    ignore,
    delimiter,
  };
}

function orderOf(
  columns: Readonly<Record<string, ColumnSchema>>,
  order: readonly string[] | undefined,
): readonly string[] {
  const names = Object.keys(columns);
  if (order === undefined) return names;
  if (order.length === names.length && names.every((name) => order.includes(name))) return order;
  const missing = names.filter((name) => !order.includes(name));
  const others = order.filter((name, i) => !names.includes(name) || order.indexOf(name) !== i);
  const faults = [
    ...missing.map((name) => `"${name}" is missing`),
    ...others.map((name) => `"${name}" is ${names.includes(name) ? "there twice" : "none of the columns"}`),
  ];
  throw new DefinitionError(
    `The dataset's order has to name each of its columns once: ${faults.slice(0, mostShown).join(", ")}${faults.length > mostShown ? ", …" : "."}`,
  );
}
