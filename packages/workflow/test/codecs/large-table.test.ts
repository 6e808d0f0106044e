import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { bundle } from "../bundle.js";
import { tempDir } from "../temp-dir.js";

// FULL=1: 10M rows, 720 MB.
const rows = process.env.FULL === "1" ? 10_000_000 : 1_000_000;
let script: string;

beforeAll(async () => {
  script = await bundle("large-table");
});

test(`${rows} rows are written and read without a second whole copy`, () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [script, String(rows), "9", join(tempDir(), "x.arrow")],
    {
      encoding: "utf8",
      timeout: 110_000,
    },
  );

  expect(stderr).toBe("");
  const { same, bytes, copies } = JSON.parse(stdout);
  expect(same).toBe(true);
  expect(bytes / (rows * 9 * 8)).toBeCloseTo(1, 2);
  // The table itself, and the copy that was read.
  expect(copies).toBeGreaterThan(1.5);
  expect(copies).toBeLessThan(2.6);
}, 120_000);
