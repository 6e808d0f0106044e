import { expect, test } from "vitest";
import { bytesText, transferLine } from "../../../src/cli/progress/transfer-line.js";

test("shows the progress of a transfer, its speed, and the time left", () => {
  const line = transferLine(
    { label: "pulling x", done: 500_000_000, total: 2_000_000_000, milliseconds: 4000 },
    100,
  );
  expect(line).toBe("pulling x ━━━━━━────────────────── 25% of 2.0 GB, 125 MB/s, 12.0s left");
});

test("shows only the size transferred if the total is not known", () => {
  expect(transferLine({ label: "pulling x", done: 1500, total: undefined, milliseconds: 1000 }, 100)).toBe(
    "pulling x 1.5 kB, 1.5 kB/s",
  );
});

test("is full at the end, and empty before the beginning", () => {
  expect(transferLine({ label: "x", done: 8, total: 8, milliseconds: 0 }, 100)).toBe(
    `x ${"━".repeat(24)} 100% of 8 B`,
  );
  expect(transferLine({ label: "x", done: 0, total: 8, milliseconds: 0 }, 100)).toBe(
    `x ${"─".repeat(24)} 0% of 8 B`,
  );
});

test.each([20, 40, 60, 80])("fits into %i columns", (width) => {
  const label = "pulling s3://a-bucket-with-a-long-name/and/a/long/key.csv";
  const line = transferLine({ label, done: 1, total: 3, milliseconds: 10 }, width);
  expect(line.length).toBeLessThanOrEqual(width);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [23_873, "23.9 kB"],
  [99_960, "100 kB"],
  [999_600, "1.0 MB"],
  [2_147_483_648, "2.1 GB"],
  [5e15, "5.0 PB"],
])("%i bytes are %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
