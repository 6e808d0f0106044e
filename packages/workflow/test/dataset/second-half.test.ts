import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import * as z from "zod";
import { type AnyDataset, defineDataset } from "../../src/dataset/dataset.js";
import { RowReader } from "../../src/dataset/row-reader.js";
import { Scanner } from "../../src/dataset/scan/scanner.js";
import { scannerModule } from "../../src/dataset/scan/scanner-module.js";
import { readSecondHalf, type SecondHalf } from "../../src/dataset/threads/second-half.js";
import { csvFile } from "./csv-file.js";

const dataset = defineDataset({ columns: { x: z.number(), y: z.int().min(0).max(500) } });
const lines = Array.from({ length: 3000 }, (_, row) => `${row / 2},${row % 500}\n`);

function halfOf(content: string, contract: AnyDataset = dataset): SecondHalf | undefined {
  const module = scannerModule();
  if (module === undefined) throw new Error("Node has no WebAssembly.");
  const layout = new RowReader(contract, "data.csv").begin(contract.names, "data.csv");
  const scanner = new Scanner(module, layout, ",", { capacity: 4096, totalBytes: content.length });
  const path = csvFile(content);
  return readSecondHalf(scanner, { path, bytes: content.length, chunkBytes: 2048, threadsFrom: 1 });
}

// One processor: no second thread.
test.skipIf(availableParallelism() < 2)(
  "another thread reads the rows behind the middle of a file",
  async () => {
    const content = lines.join("");
    const half = halfOf(content);
    const result = await half?.result;
    const first = lines.length - (result?.rows ?? 0);
    expect(half?.start).toBe(lines.slice(0, first).join("").length);
    expect(first).toBeGreaterThan(1400);
    expect(first).toBeLessThan(1650);
    expect(result?.stop).toBe(content.length);
    const [x, y] = (result?.columns ?? []).map((pieces) =>
      Buffer.concat(pieces.map((piece) => Buffer.from(piece))),
    );
    expect(x?.readDoubleLE(0)).toBe(first / 2);
    expect(x?.readDoubleLE(x.length - 8)).toBe(1499.5);
    expect(y?.readUInt16LE(0)).toBe(first % 500);
  },
);

test.skipIf(availableParallelism() < 2)("it stops at the first row that is not plain", async () => {
  const content = [...lines.slice(0, 2500), "1,2,3\n", ...lines.slice(2500)].join("");
  const result = await halfOf(content)?.result;
  expect(result?.stop).toBe(lines.slice(0, 2500).join("").length);
});

test("a file with texts or cells that may be empty is read by one thread", () => {
  const content = lines.join("");
  const nullable = defineDataset({ columns: { x: z.number().nullable(), y: z.int() } });
  expect(halfOf(content, nullable)).toBeUndefined();
  expect(halfOf(content, defineDataset({ columns: { x: z.number(), y: z.string() } }))).toBeUndefined();
});
