import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { keptFile } from "./kept-file.js";

/** How far a value may move from that of the row that it comes from, and its number of decimals. */
const moves: Readonly<Record<string, { by: number; min: number; max: number; decimals: number }>> = {
  Glucose: { by: 5, min: 0, max: 300, decimals: 0 },
  BloodPressure: { by: 4, min: 0, max: 200, decimals: 0 },
  Insulin: { by: 10, min: 0, max: 1500, decimals: 0 },
  BMI: { by: 1, min: 0, max: 100, decimals: 1 },
  DiabetesPedigreeFunction: { by: 0.05, min: 0.05, max: 5, decimals: 3 },
  Age: { by: 2, min: 21, max: 110, decimals: 0 },
};

/**
 * A table like the template's, of any length: rows of data/diabetes.csv, drawn with replacement, with small changes. The same
 * number of rows gives the same bytes. Kept in node_modules/.cache.
 * @returns the path of the CSV file
 */
export function syntheticTable(root: string, rows: number): string {
  return keptFile(root, `diabetes-${rows}.csv`, `a table of ${rows} rows`, (temp) => {
    const file = openSync(temp, "w");
    for (const lines of chunks(root, rows)) writeSync(file, lines);
    closeSync(file);
  });
}

function* chunks(root: string, rows: number): Generator<string> {
  const [header = "", ...lines] = readFileSync(join(root, "data", "diabetes.csv"), "utf8")
    .trim()
    .split(/\r?\n/);
  const originals = lines.map((line) => line.split(",").map(Number));
  const names = header.split(",");
  const random = mulberry32(42);
  let text = `${header}\n`;
  for (let row = 0; row < rows; row++) {
    const original = originals[Math.floor(random() * originals.length)] ?? [];
    const cells = original.map((value, j) => {
      const move = moves[names[j] ?? ""];
      if (move === undefined) return value;
      const moved = value + (2 * random() - 1) * move.by;
      return Math.min(move.max, Math.max(move.min, moved)).toFixed(move.decimals);
    });
    text += `${cells.join(",")}\n`;
    if (text.length < 1 << 20) continue;
    yield text;
    text = "";
  }
  yield text;
}

/**
 * Uniform numbers from 0 to 1, 1 excluded.
 * @see Tommy Ettinger's mulberry32, public domain
 */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
