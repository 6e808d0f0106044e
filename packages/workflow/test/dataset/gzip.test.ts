import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import * as z from "zod";
import { defineDataset } from "../../src/dataset/dataset.js";
import { columnsOf, messageOf, read } from "./csv-file.js";

const dataset = defineDataset({ columns: { name: z.string(), age: z.int().min(0) } });
const rows = (count: number): string => `name,age\n${"Ada,36\nBob,41\n".repeat(count)}`;

test.each([1, 40_000])(
  "reads a file compressed by gzip, whatever its name: %i times two rows",
  async (count) => {
    const content = await read(gzipSync(rows(count)), dataset);
    expect(content.rows).toBe(2 * count);
    expect(columnsOf(content).age?.slice(-2)).toEqual([36, 41]);
  },
);

test("reads several gzip streams one after the other as one file", async () => {
  const content = Buffer.concat([gzipSync("name,age\nAda,36\nBo"), gzipSync("b,41\n")]);
  expect(columnsOf(await read(content, dataset))).toEqual({ name: ["Ada", "Bob"], age: [36, 41] });
});

test("names the line of a bad cell in a compressed file", async () => {
  expect(await messageOf(gzipSync("name,age\nAda,36\nBob,x\n"), dataset)).toContain(
    'data.csv line 3, column "age": "x" is not a number.',
  );
});

test.each([10, 100_000])("refuses a file that was cut off, in one line: %i times two rows", async (count) => {
  const whole = gzipSync(rows(count));
  expect(await messageOf(whole.subarray(0, whole.length - 12), dataset)).toBe(
    "ContractError: data.csv cannot be decompressed: unexpected end of file. Expected a whole gzip file: copy or download it again.",
  );
});

test("refuses a damaged file", async () => {
  const damaged = gzipSync(rows(5000));
  damaged.fill(0xaa, 40, 60);
  expect(await messageOf(damaged, dataset)).toMatch(
    /^ContractError: data.csv cannot be decompressed: .+\. Expected a whole gzip file: copy or download it again\.$/,
  );
});

test("names the line that is not UTF-8 in a compressed file", async () => {
  const content = gzipSync(Buffer.from("name,age\nAda,36\nJos\xe9,1\n", "latin1"));
  expect(await messageOf(content, dataset)).toContain("data.csv line 3 is not UTF-8.");
});
