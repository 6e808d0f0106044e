import type * as z from "zod";
import { DefinitionError } from "../definition/errors.js";
import { didYouMean } from "../definition/nearest.js";
import { cellKind } from "./cell-kind.js";

/**
 * What the cells of a column have to be: a schema of numbers or one of texts. Cells are read as numbers before a
 * schema of numbers sees them, so that `z.number()` is right and `z.coerce.number()` is not needed. `.nullable()`
 * allows empty cells.
 */
export type ColumnSchema = z.ZodType<number | null, number | null> | z.ZodType<string | null, string | null>;

export type Delimiter = "," | ";" | "\t";

/** The contract of some CSV file: its columns, what each may hold, and which of them is to be predicted, if any. */
export interface AnyDataset {
  readonly columns: Readonly<Record<string, ColumnSchema>>;
  /** Undefined where nothing is to be predicted. */
  readonly target: string | undefined;
  /** All columns but the target, in the order in which they were defined. */
  readonly features: readonly string[];
  readonly ignore: readonly string[];
  readonly delimiter: Delimiter;
}

/** The contract of a CSV file whose columns are known by name. */
export interface Dataset<
  Columns extends Record<string, ColumnSchema>,
  Target extends (keyof Columns & string) | undefined = (keyof Columns & string) | undefined,
> extends AnyDataset {
  readonly columns: Columns;
  readonly target: Target;
  readonly features: readonly Exclude<keyof Columns & string, Target>[];
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
 * @param definition.target the column to predict; without one, as for rows to predict from, all columns are features
 * @param definition.ignore columns that the file may have and that are not read; any other column is refused
 * @param definition.delimiter what separates the cells, a comma unless told otherwise
 * @throws {DefinitionError} where the target is none of the columns, or a schema is neither of numbers nor of texts
 */
export function defineDataset<
  const Columns extends Record<string, ColumnSchema>,
  const Target extends (keyof Columns & string) | undefined = undefined,
>(definition: {
  columns: Columns;
  target?: Target;
  ignore?: readonly string[];
  delimiter?: Delimiter;
}): Dataset<Columns, Target> {
  // Left out, it is inferred to be undefined.
  const target = definition.target as Target;
  const { columns, ignore = [], delimiter = "," } = definition;
  const names = Object.keys(columns);
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
    target,
    features: names.filter((name): name is Exclude<keyof Columns & string, Target> => name !== target),
    ignore,
    delimiter,
  };
}
