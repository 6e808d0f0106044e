import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mulberry32 } from "./synthetic-table.js";

const rows = 100_000;
const columns = 100;

/**
 * 100,000 × 100 standard normal numbers, column by column as float64, and beside them, in `.labels`, labels of 0 and 1 that
 * depend on ten of the columns. Kept in node_modules/.cache.
 * @returns the path of the numbers
 */
export function wideTable(root: string): string {
  const folder = join(root, "node_modules", ".cache", "tiphys-bench");
  const path = join(folder, `normal-${rows}x${columns}.f64`);
  if (existsSync(path)) return path;
  console.error(`Writing a table of ${rows} × ${columns} numbers …`);
  mkdirSync(folder, { recursive: true });
  const random = mulberry32(7);
  const values = Float64Array.from({ length: rows * columns }, () => normal(random));
  const labels = Float64Array.from({ length: rows }, (_, row) => {
    let logOdds = 0;
    for (let j = 0; j < 10; j++) logOdds += ((values[j * rows + row] ?? 0) * (j - 4.5)) / 5;
    return random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
  });
  writeFileSync(`${path}.labels`, labels);
  const temp = `${path}.${process.pid}`;
  writeFileSync(temp, values);
  renameSync(temp, path);
  return path;
}

/** @see Box and Muller (1958), The Annals of Mathematical Statistics 29:610–611 */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
