import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { readDataset } from "../../src/dataset/read-dataset.js";

// Run by memory.test.ts in a separate process: reads a file and prints the process's peak memory.
const cell = z.number().min(0).max(1000);
const dataset = defineDataset({
  columns: { a: cell, b: cell, c: cell, d: cell, e: cell, f: cell, g: cell, h: cell, i: z.literal([0, 1]) },
  target: "i",
});
const { rows } = await readDataset(process.argv[2] ?? "", dataset);
console.log(JSON.stringify({ rows, kilobytes: process.resourceUsage().maxRSS }));
