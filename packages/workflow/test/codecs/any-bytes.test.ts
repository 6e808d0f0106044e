import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { table as makeTable } from "arquero";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { ContractError } from "../../src/definition/errors.js";
import { type Codec, column, html, json, png, table, text } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";

/** What reading some bytes leads to: a value or what was thrown. */
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

test("any bytes that begin and end as an Arrow file are a value or break the contract", async () => {
  const path = join(tempDir(), "value");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      isValueOrContractError(await read(table, path, Buffer.concat([magic, bytes, magic])));
    }),
    { seed: 20240606, numRuns: 1000 },
  );
});

// Only the values are damaged here: a damaged length among the metadata can make flechette ask for all memory.
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

test("a text column whose indexes lead nowhere breaks the contract", async () => {
  const path = join(tempDir(), "value");
  await table.encode(makeTable({ x: [1, 2], t: ["a", "b"] }), path);
  const bytes = readFileSync(path);
  const indexes = bytes.indexOf(Buffer.from(Float64Array.of(1, 2).buffer)) + 16;
  bytes[indexes] = 77;

  expect(await read(table, path, bytes)).toEqual(
    new ContractError('found column "t" of Arrow type Dictionary, expected numbers or texts without gaps.'),
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
