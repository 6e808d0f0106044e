import { statSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { type AnyDataset, defineDataset } from "../../src/dataset/dataset.js";
import { type CsvSource, readCsvByScanner, readCsvExactly } from "../../src/dataset/read-csv-rows.js";
import { RowReader } from "../../src/dataset/row-reader.js";
import { scannerModule } from "../../src/dataset/scan/scanner-module.js";
import { csvFile } from "./csv-file.js";

const dataset = defineDataset({
  columns: {
    n: z.number(),
    bounded: z.number().gt(-2).max(1e6).nullable(),
    small: z.int().min(-3).max(120),
    flag: z.literal([0, 1]),
    odd: z.literal([1, 3, 500]),
    even: z.number().refine((value) => value % 2 === 0),
    word: z.string().nullable(),
    level: z.enum(["low", "high"]),
    trimmed: z.string().trim().min(1),
  },
  ignore: ["other"],
});
const header = "n,bounded,other,small,flag,odd,even,word,level,trimmed";
const narrow = defineDataset({ columns: { word: z.string().nullable() } });

const number = fc.oneof(
  fc.double({ noDefaultInfinity: true, noNaN: true }).map(String),
  fc.integer({ min: -200, max: 2000 }).map(String),
  fc.integer().map((value) => String(value / 1000)),
  fc
    .tuple(fc.stringMatching(/^\d{0,24}$/), fc.stringMatching(/^\d{0,24}$/))
    .map(([whole, part]) => `${whole}.${part}`),
  fc.stringMatching(/^[+-]?\d{1,20}(\.\d{0,20})?([eE][+-]?\d{1,3})?$/),
  fc.constantFrom(
    "",
    " ",
    " 1",
    "1 ",
    "+1",
    "-0",
    "1e5",
    "1.",
    ".5",
    ".",
    "-",
    "0x10",
    "1_0",
    "\u00a01",
    "NaN",
  ),
);
const word = fc.oneof(
  fc.constantFrom("", "a", "b", "low", "high", " ", "é", "🙂", "\0", "a b", "6'2\"", "x".repeat(2000)),
  fc.string(),
);
const plainRow = fc
  .tuple(
    fc.integer({ min: -9999, max: 99_999_999 }).map((value) => String(value / 100)),
    fc.constantFrom("", "0", "1.5", "99", "1000000", "-1.999"),
    fc.constantFrom("", "x", "1"),
    fc.integer({ min: -3, max: 120 }).map(String),
    fc.constantFrom("0", "1"),
    fc.constantFrom("1", "3", "500"),
    fc.constantFrom("2", "-4", "1e2"),
    fc.constantFrom("a", "b", "", "é", "c c"),
    fc.constantFrom("low", "high"),
    fc.constantFrom("x", " y "),
  )
  .map((cells): string[] => cells);
const anyRow = fc.tuple(
  number,
  number,
  word,
  number,
  fc.constantFrom("0", "1", "2", "1.0"),
  fc.constantFrom("1", "2", "3"),
  number,
  word,
  fc.constantFrom("low", "high", "mid"),
  word,
);
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const row = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: plainRow }, { weight: 1, arbitrary: anyRow.map((c): string[] => c) }),
    fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(1023) }),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant("") },
      { weight: 1, arbitrary: fc.constantFrom(",", ",,", '"', " ", "\r", "\n", '" ,', "\n\n") },
    ),
  )
  .map(
    ([cells, mask, tail]) => cells.map((cell, j) => ((mask >> j) & 1 ? quoted(cell) : cell)).join(",") + tail,
  );
const table = fc
  .tuple(
    fc.constantFrom("", "", "\uFEFF", "\n", "\r\n \n"),
    fc.array(row, { maxLength: 25 }),
    fc.constantFrom("\n", "\n", "\r\n", "\r"),
    fc.boolean(),
  )
  .map(([before, rows, lineEnd, endsLine]) =>
    Buffer.from(before + [header, ...rows].join(lineEnd) + (endsLine ? lineEnd : "")),
  );
const mutation = fc.record({
  at: fc.nat(),
  byte: fc.oneof(fc.constantFrom(34, 44, 10, 13, 0, 0xff, 0xc3, 0xa9, 45, 46, 32, 49), fc.nat(255)),
  inserts: fc.boolean(),
});
const bytes = fc
  .tuple(table, fc.oneof(fc.constant([]), fc.array(mutation, { maxLength: 3 })))
  .map(([plain, mutations]) => {
    let content = plain;
    for (const { at, byte, inserts } of mutations) {
      const place = at % (content.length + 1);
      const rest = content.subarray(inserts ? place : place + 1);
      content = Buffer.concat([content.subarray(0, place), Buffer.of(byte), rest]);
    }
    return content;
  });
const chunkBytes = fc.oneof(
  fc.integer({ min: 1, max: 30 }),
  fc.integer({ min: 30, max: 600 }),
  fc.constantFrom(1024, 65_536),
);

test("the scanner and the exact reader agree on any file, wherever its chunks end", async () => {
  const path = csvFile("");
  await fc.assert(
    fc.asyncProperty(bytes, chunkBytes, async (content, size) => {
      writeFileSync(path, content);
      expect(await outcome(path, dataset, size, "scan")).toEqual(await outcome(path, dataset, size, "exact"));
    }),
    { seed: 15, numRuns: 1000 },
  );
}, 120_000);

test("the scanner and the exact reader agree on files of one column", async () => {
  const path = csvFile("");
  const lines = fc.array(fc.oneof(word, word.map(quoted)), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(lines, chunkBytes, async (words, size) => {
      writeFileSync(path, ["word", ...words].join("\n"));
      expect(await outcome(path, narrow, size, "scan")).toEqual(await outcome(path, narrow, size, "exact"));
    }),
    { seed: 16, numRuns: 300 },
  );
});

test("two threads and the exact reader agree, wherever the second thread begins and stops", async () => {
  const path = csvFile("");
  const contract = defineDataset({
    columns: { x: z.number().max(1e9), y: z.int().min(-9).max(300), z: z.literal([0, 1]) },
    ignore: ["other"],
  });
  const plain = fc.tuple(
    fc.integer().map((value) => String(value / 1000)),
    fc.integer({ min: -9, max: 300 }).map(String),
    fc.constantFrom("", "a", "b"),
    fc.constantFrom("0", "1"),
  );
  const others = fc.constantFrom(
    "1,2,é,0",
    '1,2,"a\nb",1',
    '"1",2,a,0',
    "1,2,a",
    "",
    "1,999,a,0",
    "1e5,2,a,1\r3,4,b,0",
  );
  const line = fc.oneof({ weight: 60, arbitrary: plain.map(String) }, { weight: 1, arbitrary: others });
  const file = fc.tuple(
    fc.array(line, { minLength: 20, maxLength: 150, size: "max" }),
    fc.constantFrom("\n", "\n", "\r\n"),
    fc.constantFrom("", "\n"),
  );
  await fc.assert(
    fc.asyncProperty(file, fc.integer({ min: 100, max: 2000 }), async ([lines, lineEnd, end], size) => {
      writeFileSync(path, ["x,y,other,z", ...lines].join(lineEnd) + end);
      expect(await outcome(path, contract, size, "threads")).toEqual(
        await outcome(path, contract, size, "exact"),
      );
    }),
    { seed: 17, numRuns: 100 },
  );
}, 120_000);

/** All that a reader gives for a file, with its columns as they are. */
async function outcome(
  path: string,
  contract: AnyDataset,
  size: number,
  way: "scan" | "exact" | "threads",
): Promise<unknown> {
  const file: CsvSource = {
    path,
    source: "data.csv",
    delimiter: ",",
    bytes: statSync(path).size,
    isCompressed: false,
  };
  const rows = new RowReader(contract, "data.csv");
  try {
    if (way === "exact") await readCsvExactly(file, rows, { chunkBytes: size });
    else {
      const module = scannerModule();
      if (module === undefined) throw new Error("Node has no WebAssembly.");
      const threadsFrom = way === "threads" ? 0 : Number.POSITIVE_INFINITY;
      await readCsvByScanner(file, rows, { chunkBytes: size, threadsFrom, module });
    }
  } catch (error) {
    return String(error);
  }
  return {
    rows: rows.rows,
    warnings: rows.badRows.warnings(rows.rows + rows.badRows.count),
    columns: rows.layout?.columns.map(({ name, gaps, reader }) => ({ name, gaps, cells: reader.finish() })),
  };
}
