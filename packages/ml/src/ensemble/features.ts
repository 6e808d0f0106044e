import { columnOf, isNumericColumn, numericColumn, type Table, textColumn } from "../columns.js";
import { InvalidParameterError, NotFiniteError } from "../errors.js";

/** A column of a fitted table. */
export interface TreeFeature {
  readonly name: string;
  /** Position in the table. */
  readonly position: number;
  /** The categories, ascending; null for a column of numbers. */
  readonly categories: readonly string[] | readonly number[] | null;
}

/** A table and what its columns are. */
export interface FeatureTable {
  /** Materialized. */
  readonly table: Table;
  readonly features: readonly TreeFeature[];
}

/**
 * Finds out what the columns of a table are: those of texts, and those of numbers that are named, are categories.
 * @param table materialized
 * @throws {InvalidParameterError} for a name that is not a column, or more than `maxBins` categories
 * @throws {NotFiniteError} for a category that is an infinite number
 */
export function learnFeatures(
  table: Table,
  categoricalFeatures: readonly string[],
  maxBins: number,
): TreeFeature[] {
  const names = table.columnNames();
  const unknown = categoricalFeatures.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new InvalidParameterError(
      "categoricalFeatures",
      JSON.stringify(unknown),
      `names of columns. Found: ${names.join(", ")}`,
    );
  }
  return names.map((name, position) => {
    const categories = categoriesOf(table, name, categoricalFeatures.includes(name));
    if (categories !== null && categories.length > maxBins) {
      throw new InvalidParameterError(
        `column ${JSON.stringify(name)}`,
        `${categories.length} categories`,
        `at most ${maxBins} (maxBins). Drop the column, or join its rare categories`,
      );
    }
    return { name, position, categories };
  });
}

function categoriesOf(table: Table, name: string, isCategorical: boolean): TreeFeature["categories"] {
  const column = columnOf(table, name);
  if (!isNumericColumn(column)) return [...new Set(column)].filter((text) => text !== "").sort();
  if (!isCategorical) return null;
  const numbers = Float64Array.from(new Set(column)).filter((number) => !Number.isNaN(number));
  const infinite = numbers.find((number) => !Number.isFinite(number));
  if (infinite !== undefined) throw new NotFiniteError(name, column.indexOf(infinite) + 1, infinite);
  return Array.from(numbers.sort());
}

/**
 * The numbers of a column, or the positions of its categories: NaN for what is missing or unknown.
 * @param table materialized
 * @throws {NotNumericError | NotTextError} for a cell that is not of the kind of the column that was fitted on
 */
export function featureNumbers(table: Table, { name, categories }: TreeFeature): Float64Array {
  if (categories === null) return numericColumn(table, name);
  // Of a column without categories nothing says whether they are texts or numbers.
  if (categories.length === 0) return new Float64Array(table.numRows()).fill(Number.NaN);
  const codes = new Map<string | number, number>();
  for (const [code, category] of categories.entries()) codes.set(category, code);
  const cells = typeof categories[0] === "number" ? numericColumn(table, name) : textColumn(table, name);
  const numbers = new Float64Array(cells.length);
  for (let i = 0; i < cells.length; i++) numbers[i] = codes.get(cells[i] ?? "") ?? Number.NaN;
  return numbers;
}
