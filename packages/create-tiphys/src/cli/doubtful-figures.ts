import { singleColumnAuc } from "../../../ml/src/metrics/single-column-auc.js";
import { parseDate } from "../../../workflow/src/dataset/parse-date.js";
import { parseNumber } from "../../../workflow/src/dataset/parse-number.js";
import type { Inferred } from "../infer/contract.js";
import type { Feature } from "../infer/feature.js";
import { optionWords } from "./shell-word.js";

/** A column that alone exceeds this AUC probably contains the answer, or was recorded after it. */
const suspiciousAuc = 0.98;

/** With fewer rows of a class, there are fewer than 20 to learn from, or fewer than 5 to measure with. */
const rareRows = 25;

/** Number of rows that are looked at: enough to judge one column, and fast. */
const maxRows = 100_000;

/** What makes a project's figures doubtful, as sentences: a column that alone predicts the target, and rare classes. */
export function doubtfulFigures({ features, target, file }: Inferred, positive: number | string): string[] {
  const rare = target.classes
    .filter(({ rows }) => rows < rareRows)
    .map(({ value, rows }) => {
      const ofTest = Math.round(rows / 5);
      return `Warning: only ${rows} rows are ${target.name} ${value}: about ${rows - ofTest} to learn from, and ${ofTest} to measure with. The figures will depend on single rows.`;
    });
  const parts = dividedRows(file.rows);
  const isPositive = (row: number): number =>
    String(positive) === target.cells[row] || positive === parseNumber(target.cells[row] ?? "") ? 1 : 0;
  const [yTrain = new Float64Array(), yTest = new Float64Array()] = parts.map((rows) =>
    Float64Array.from(rows, isPositive),
  );
  const aucOf = (valuesOf: (rows: Uint32Array) => Float64Array | string[]): number => {
    const [train = [], test = []] = parts.map(valuesOf);
    return singleColumnAuc(train, yTrain, test, yTest);
  };
  const deciding = features.flatMap((feature) => {
    const { name, cells, missing } = feature;
    const isEmpty = (row: number): number => Number(cells[row] === "");
    const presence = missing === 0 ? Number.NaN : aucOf((rows) => Float64Array.from(rows, isEmpty));
    const auc = presence > suspiciousAuc ? presence : aucOf((rows) => valuesOf(feature, rows));
    if (!(auc > suspiciousAuc)) return [];
    const what = presence > suspiciousAuc ? `whether ${name} is empty` : name;
    return [
      `Warning: ${what} alone predicts ${target.name}: AUC ${auc.toFixed(3)}. If it is known after ${target.name} only, leave it out: ${optionWords("--ignore", name)}`,
    ];
  });
  return [...rare, ...deciding];
}

/** Some of the rows, scattered over the file: four fifths of them to learn from, and a fifth to measure with. */
function dividedRows(rows: number): readonly [Uint32Array, Uint32Array] {
  const step = Math.ceil(rows / maxRows);
  const some = Array.from({ length: Math.floor(rows / step) }, (_, i) => i * step);
  // Knuth's multiplicative hash: a sorted file, or one that repeats itself, is divided as any other.
  const isTest = (row: number): boolean => (Math.imul(row, 2_654_435_761) >>> 16) % 5 === 0;
  return [Uint32Array.from(some.filter((row) => !isTest(row))), Uint32Array.from(some.filter(isTest))];
}

/** A feature's values in some rows: NaN or "" for missing. */
function valuesOf({ kind, cells }: Feature, rows: Uint32Array): Float64Array | string[] {
  if (kind === "category") return Array.from(rows, (row) => cells[row] ?? "");
  const parse = kind === "date" ? parseDate : parseNumber;
  return Float64Array.from(rows, (row) => parse(cells[row] ?? ""));
}
