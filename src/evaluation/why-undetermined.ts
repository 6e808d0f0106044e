import { type Column, columnOf, type NumericColumn, OneHotEncoder, type Table } from "@tiphys/ml";
import { findTransformer, type Preprocessing } from "../preprocessing.js";
import { wording } from "./wording.js";

/** The category that a column of 0 and 1 stands for. */
interface Category {
  readonly column: string;
  readonly category: string;
}

/**
 * Explains why the training rows do not determine the odds ratio of a column, as a clause.
 * @param x the preprocessed training rows
 * @param y their labels, 1 for positive
 * @param separated whether the columns together separate the classes of all these rows
 */
export function whyUndetermined(
  preprocessing: Preprocessing,
  x: Table,
  y: NumericColumn,
  separated: boolean,
): (name: string) => string {
  const stored = findTransformer(preprocessing, "OneHotEncoder");
  const encoder = stored === undefined ? undefined : OneHotEncoder.fromJSON(stored);
  const known = new Map<string, Category>();
  for (const [column, all] of Object.entries(encoder?.categories ?? {})) {
    for (const category of all) known.set(`${column}_${category}`, { column, category });
  }
  return (name) => {
    const own = known.get(name);
    const cells = columnOf(x, name);
    if (own !== undefined && encoder !== undefined) {
      const ofCategory = oneClass(cells, y);
      if (ofCategory !== undefined) return ofCategory;
      const reference = encoder.dropped[own.column];
      const others = encoder.categories[own.column]?.filter((category) => category !== reference) ?? [];
      const ofReference = oneClass(
        rowsOfNone(others.map((category) => columnOf(x, `${own.column}_${category}`))),
        y,
      );
      if (ofReference !== undefined) return `of its reference, “${reference}”, ${ofReference}`;
    }
    const twin = x.columnNames().find((other) => other !== name && isEqual(columnOf(x, other), cells));
    if (twin !== undefined) return `it is the same in every row as ${twin}`;
    return separated
      ? "the columns together separate the classes"
      : "it follows from other columns, or it separates some rows of one class";
  };
}

/** Says so, as a clause, if the rows marked by 1 are all of one class. */
function oneClass(marks: Column, y: NumericColumn): string | undefined {
  let rows = 0;
  let positives = 0;
  for (let row = 0; row < marks.length; row++) {
    if (marks[row] !== 1) continue;
    rows += 1;
    if (y[row] === 1) positives += 1;
  }
  if (positives > 0 && positives < rows) return undefined;
  const label = `“${positives === 0 ? wording.negativeLabel : wording.positiveLabel}”`;
  return rows === 1 ? `its only row is ${label}` : `all ${rows} rows are ${label}`;
}

/** 1 for each row in which every column is 0. */
function rowsOfNone(columns: readonly Column[]): Column {
  const [first] = columns;
  return Uint8Array.from({ length: first?.length ?? 0 }, (_, row) =>
    Number(columns.every((cells) => cells[row] === 0)),
  );
}

function isEqual(a: Column, b: Column): boolean {
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return false;
  return true;
}
