import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bool, columnFromArray, dateDay, int64, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { table as makeTable } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { writeArrowFile } from "../../src/codecs/arrow-file.js";
import { ContractError } from "../../src/definition/errors.js";
import { type Codec, column, html, json, png, table, text } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";

/** The result of reading some bytes: a value or the error. */
async function read(codec: Codec<unknown>, path: string, bytes: Uint8Array): Promise<"value" | unknown> {
  writeFileSync(path, bytes);
  try {
    await codec.decode(path);
    return "value";
  } catch (error) {
    return error;
  }
}

function isValueOrContractError(outcome: unknown): void {
  if (outcome !== "value") expect(outcome).toBeInstanceOf(ContractError);
}

const magic = Buffer.from("ARROW1");

test.each<[string, Codec<unknown>]>([
  ["table", table],
  ["column", column],
  ["json", json(z.object({ a: z.number() }))],
  ["text", text],
  ["html", html],
  ["png", png],
])("any bytes are a value or break the contract: %s", async (_, codec) => {
  const path = join(tempDir(), "value");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      isValueOrContractError(await read(codec, path, bytes));
    }),
    { seed: 20240605, numRuns: 1000 },
  );
});

test("any bytes that begin and end like an Arrow file are a value or break the contract", async () => {
  const path = join(tempDir(), "value");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      isValueOrContractError(await read(table, path, Buffer.concat([magic, bytes, magic])));
    }),
    { seed: 20240606, numRuns: 1000 },
  );
});

test("an Arrow file with damaged values is a value or breaks the contract", async () => {
  const path = join(tempDir(), "value");
  await table.encode(makeTable({ x: [1, 2, Number.NaN], t: ["a", "b", "a"] }), path);
  const intact = readFileSync(path);
  const begin = intact.indexOf(Buffer.from(Float64Array.of(1, 2).buffer));
  const damage = fc.array(fc.tuple(fc.nat(31), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  });

  await fc.assert(
    fc.asyncProperty(damage, async (changes) => {
      const bytes = Buffer.from(intact);
      for (const [at, value] of changes) bytes[begin + at] = value;
      isValueOrContractError(await read(table, path, bytes));
    }),
    { seed: 20240607, numRuns: 1000 },
  );
});

test("a string column with indexes out of range breaks the contract", async () => {
  const path = join(tempDir(), "value");
  await table.encode(makeTable({ x: [1, 2], t: ["a", "b"] }), path);
  const bytes = readFileSync(path);
  const indexes = bytes.indexOf(Buffer.from(Float64Array.of(1, 2).buffer)) + 16;
  bytes[indexes] = 77;

  expect(await read(table, path, bytes)).toEqual(
    new ContractError(
      'found column "t" of Arrow type Dictionary, expected numbers, or strings without missing values.',
    ),
  );
});

test("an Arrow file that was cut off breaks the contract", async () => {
  const path = join(tempDir(), "value");
  await table.encode(makeTable({ x: [1, 2], t: ["a", "b"] }), path);
  const intact = readFileSync(path);

  await fc.assert(
    fc.asyncProperty(fc.nat(intact.length - 1), async (length) => {
      expect(await read(table, path, intact.subarray(0, length))).toBeInstanceOf(ContractError);
    }),
    { seed: 20240608, numRuns: 300 },
  );
});

/** An Arrow file of each kind of column, of one record batch or several, written by the codec and by flechette. */
async function arrowFiles(): Promise<Buffer[]> {
  const path = join(tempDir(), "value");
  await table.encode(makeTable({ x: [1, 2, Number.NaN], t: ["a", "b", "a"], u: ["ä", "", "zzz"] }), path);
  const batches = join(tempDir(), "batches");
  writeArrowFile(
    batches,
    [
      ["x", Float64Array.of(1, 2, 3)],
      ["t", ["a", "b", "a"]],
      ["i", Uint8Array.of(1, 2, 3)],
      ["j", Int32Array.of(1, 2, 3)],
    ],
    2,
  );
  const columns = tableFromColumns({
    integers: columnFromArray([1, null, 3], int64()),
    flags: columnFromArray([true, false, null], bool()),
    days: columnFromArray([new Date(0), new Date(1e12), new Date(2e12)], dateDay()),
    texts: columnFromArray(["one", "two", "three"], utf8()),
  });
  const bytes = tableToIPC(columns, { format: "file" });
  if (bytes === null) throw new Error("No file was made.");
  return [readFileSync(path), Buffer.from(bytes), readFileSync(batches)];
}

/** How many damaged files are read. ARROW_DAMAGES=2500 has passed once. */
const damages = Number(process.env.ARROW_DAMAGES ?? 400);

test("an Arrow file with a damaged byte anywhere is read at once, as a value or a broken contract", async () => {
  const path = join(tempDir(), "value");
  const files = await arrowFiles();
  const damage = fc.tuple(
    fc.nat(files.length - 1),
    fc.nat(),
    fc.constantFrom(0, 1, 0x40, 0x7f, 0x80, 0xff),
    fc.nat(255),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ([which, at, high, any]) => {
      const bytes = Buffer.from(files[which] ?? []);
      bytes[at % bytes.length] = any % 2 === 0 ? high : any;
      const begun = performance.now();
      isValueOrContractError(await read(table, path, bytes));
      expect(performance.now() - begun).toBeLessThan(2000);
    }),
    { seed: 20260301, numRuns: damages },
  );
}, 300_000);

test("an Arrow file with any byte set to 255 is read at once", async () => {
  const path = join(tempDir(), "value");
  const [intact = Buffer.alloc(0)] = await arrowFiles();
  for (let at = 0; at < intact.length; at += damages < 2500 ? 5 : 1) {
    const bytes = Buffer.from(intact);
    bytes[at] = 0xff;
    isValueOrContractError(await read(table, path, bytes));
  }
}, 300_000);

test("says which length of a damaged Arrow file does not fit", async () => {
  const path = join(tempDir(), "value");
  const [intact = Buffer.alloc(0)] = await arrowFiles();
  const footer = Buffer.from(intact);
  footer.writeInt32LE(0x7f000000, intact.length - 10);
  expect(await read(table, path, footer)).toEqual(
    new ContractError(`found a damaged Arrow file (a footer of 2130706432 bytes in ${intact.length} bytes).`),
  );
});

test("an Arrow file with a column of lists says which one", async () => {
  const path = join(tempDir(), "value");
  const lists = tableToIPC(tableFromColumns({ l: columnFromArray([[1], [2, 3]]) }), { format: "file" });
  expect(await read(table, path, lists ?? new Uint8Array())).toEqual(
    new ContractError(
      'found column "l" of Arrow type List, expected numbers, or strings without missing values.',
    ),
  );
});
