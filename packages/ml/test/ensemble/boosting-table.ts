import { table } from "arquero";
import type { Table } from "../../src/index.js";
import { generatedTable } from "../generated-table.js";

/** What fixtures/hist-gradient-boosting.py makes a table from. */
export interface GeneratedData {
  readonly n: number;
  readonly p: number;
  readonly seed: number;
  readonly target?: string;
  readonly missing?: boolean;
  readonly categorical?: readonly number[];
  readonly rounded?: number;
}

/** The same table as `generated` of fixtures/hist-gradient-boosting.py. */
export function boostingTable(data: GeneratedData): { x: Table; y: Float64Array } {
  const { n, p, seed, missing = false, categorical = [], rounded } = data;
  const { x, y } = generatedTable(n, p, seed);
  const exact = x.columnNames().map((name) => Float64Array.from(x.array(name)));
  const target = data.target === undefined ? y : targetOf(exact, data.target);
  const columns = exact.map((cells, j): [string, Float64Array | string[]] => {
    const numbers = rounded === undefined ? cells : cells.map((cell) => Math.floor(cell * rounded) / rounded);
    const isMissing = (i: number) => missing && (i * 7 + j * 13) % 11 === 0 && j % 2 === 1;
    return [
      `x${j}`,
      categorical.includes(j)
        ? Array.from(numbers, (cell, i) => (isMissing(i) ? "" : `k${codeOf(cell, j)}`))
        : numbers.map((cell, i) => (isMissing(i) ? Number.NaN : cell)),
    ];
  });
  return { x: table(columns), y: target };
}

function codeOf(cell: number, j: number): number {
  return Math.floor((Math.abs(cell - 3 * j) * 9) / (j + 1));
}

function targetOf(columns: readonly Float64Array[], kind: string): Float64Array {
  const [first = new Float64Array(0), second = first] = columns;
  return first.map((_, i) => {
    let number = 0;
    columns.forEach((column, j) => {
      number += ((column[i] ?? 0) - 3 * j) * ((j % 4) - 1.5);
    });
    number += ((first[i] ?? 0) * (second[i] ?? 0)) / 4;
    if (kind === "number") return number;
    if (kind === "count") return Math.floor(Math.abs(number));
    return Number(number > -1) + Number(number > 1) + Number(number > 4);
  });
}
