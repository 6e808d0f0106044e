import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";

const folder = mkdtempSync(join(tmpdir(), "dataset-memory-"));
afterAll(() => rmSync(folder, { recursive: true }));

// A table of nine columns of numbers has 72 bytes per row. The engine's code and short-lived objects take some 60 MB, which is
// small compared with three times a large table, but not compared with three times a small one.
const [rowCount, mostMegabytes] = process.env.FULL === "1" ? [1_000_000, 3 * 72] : [200_000, 3 * 14.4 + 60];

test(`reads ${rowCount} rows within ${mostMegabytes} MB`, async () => {
  const probe = join(folder, "probe.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("memory-probe.ts", import.meta.url))],
    outfile: probe,
    bundle: true,
    platform: "node",
    format: "esm",
  });
  const { rows, kilobytes } = z
    .object({ rows: z.int(), kilobytes: z.number() })
    .parse(JSON.parse(runNode(probe, largeFile())));
  expect(rows).toBe(rowCount);
  expect((kilobytes - kilobytesOfNode()) / 1024).toBeLessThan(mostMegabytes);
});

function largeFile(): string {
  const path = join(folder, "large.csv");
  const file = openSync(path, "w");
  writeSync(file, "a,b,c,d,e,f,g,h,i\n");
  for (let start = 0; start < rowCount; start += 1000) {
    const lines = Array.from({ length: 1000 }, (_, index) => line(start + index));
    writeSync(file, lines.join(""));
  }
  closeSync(file);
  return path;
}

function line(row: number): string {
  const decimals = `${(row % 671) / 10},${(row % 2420) / 1000}`;
  return `${row % 17},${row % 199},${row % 122},${row % 99},${row % 846},${decimals},${21 + (row % 60)},${row % 2}\n`;
}

function kilobytesOfNode(): number {
  return Number(runNode("--eval", "console.log(process.resourceUsage().maxRSS)"));
}

function runNode(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { encoding: "utf8" });
}
