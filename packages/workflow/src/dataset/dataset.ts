import { didYouMean } from "@tiphys/argo-lint/text";
import type * as z from "zod";
import { DefinitionError } from "../definition/errors.js";
import { cellKind } from "./cell.js";

/**
 * The schema of a column's cells: of numbers or of strings. Cells are parsed before a schema of numbers checks them: use
 * `z.number()`, not `z.coerce.number()`. `.nullable()` allows empty cells.
 */
export type ColumnSchema = z.ZodType<number | null, number | null> | z.ZodType<string | null, string | null>;

/** How many problems of an order the message lists. */
const maxShown = 5;

export type Delimiter = "," | ";" | "\t";

/** The contract of a CSV file: its columns, their schemas, and which column is to be predicted, if any. */
export interface AnyDataset {
  readonly columns: Readonly<Record<string, ColumnSchema>>;
  /** The names of all columns, in the order of the table. */
  readonly names: readonly string[];
  /** Undefined if no column is to be predicted. */
  readonly target: string | undefined;
  /** All columns except the target, in the order of `names`. */
  readonly features: readonly string[];
  readonly ignore: readonly string[];
  readonly delimiter: Delimiter;
}

/** The names of columns as strings: the compiler treats keys that are whole numbers as numbers. */
export type NameOf<Columns> = `${keyof Columns & (string | number)}`;

/** The contract of a CSV file whose column names are known to the compiler. */
export interface Dataset<
  Columns extends Record<string, ColumnSchema>,
  Target extends NameOf<Columns> | undefined = NameOf<Columns> | undefined,
> extends AnyDataset {
  readonly columns: Columns;
  readonly target: Target;
  readonly features: readonly Exclude<NameOf<Columns>, Target>[];
  /**
   * The contract of new rows, whose target is not known yet: the same columns without the target. A file may still have the
   * target's column, which is ignored.
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
 * @param definition.columns a schema for each column; the file may have them in any order
 * @param definition.order the order of the table's columns. Default: the order of `columns`, in which JavaScript puts names
 *   that are whole numbers, such as 2024, before all others
 * @param definition.target the column to predict; without one, as for rows to be predicted, all columns are features
 * @param definition.ignore columns that the file may have but that are not read; any other column is an error
 * @param definition.delimiter separates the cells. Default: a comma
 * @throws {DefinitionError} if the target is not one of the columns, the order does not list each column once, or a schema
 *   is neither of numbers nor of strings
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
  // If it is omitted, `Target` is inferred as undefined.
  const target = definition.target as Target;
  const { columns, ignore = [], delimiter = "," } = definition;
  const names = orderOf(columns, definition.order);
  if (target !== undefined && !names.includes(target)) {
    throw new DefinitionError(
      `The dataset's target "${target}" is not one of its columns: ${names.join(", ")}.${didYouMean(target, names)}`,
    );
  }
  for (const [name, schema] of Object.entries(columns)) {
    if (cellKind(schema) !== undefined) continue;
    throw new DefinitionError(
      `The schema of column "${name}" is neither one of numbers nor one of texts. ` +
        "Use z.number(), z.int(), z.string(), z.enum() or z.literal(), with checks or .nullable() as needed, but not z.coerce.",
    );
  }
  const features = names.filter((name): name is Exclude<NameOf<Columns>, Target> => name !== target);
  return {
    columns,
    names,
    target,
    features,
    ignore,
    delimiter,
    withoutTarget: () => ({
      columns: Object.fromEntries(Object.entries(columns).filter(([name]) => name !== target)),
      names: features,
      target: undefined,
      features,
      ignore: target === undefined ? ignore : [...ignore, target],
      delimiter,
    }),
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
