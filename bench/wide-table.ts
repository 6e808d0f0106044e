import { writeFileSync } from "node:fs";
import { keptFile } from "./kept-file.js";
import { mulberry32 } from "./synthetic-table.js";

const rows = 100_000;
const columns = 100;

/**
 * 100,000 × 100 standard normal numbers, column by column as float64, and beside them, in `.labels`, labels of 0 and 1 that
 * depend on ten of the columns. Kept in node_modules/.cache.
 * @returns the path of the numbers
 */
export function wideTable(root: string): string {
  const name = `normal-${rows}x${columns}.f64`;
  return keptFile(root, name, `a table of ${rows} × ${columns} numbers`, (temp) => {
    const random = mulberry32(7);
    const values = Float64Array.from({ length: rows * columns }, () => normal(random));
    const labels = Float64Array.from({ length: rows }, (_, row) => {
      let logOdds = 0;
      for (let j = 0; j < 10; j++) logOdds += ((values[j * rows + row] ?? 0) * (j - 4.5)) / 5;
      return random() < 1 / (1 + Math.exp(-logOdds)) ? 1 : 0;
    });
    // Written first: the table is there only with its labels.
    keptFile(root, `${name}.labels`, "its labels", (file) => writeFileSync(file, labels));
    writeFileSync(temp, values);
  });
}

/** @see Box and Muller (1958), The Annals of Mathematical Statistics 29:610–611 */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
