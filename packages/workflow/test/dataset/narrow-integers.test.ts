import { expect, test } from "vitest";
import * as z from "zod";
import type { ColumnSchema } from "../../src/dataset/dataset.js";
import { defineDataset } from "../../src/dataset/dataset.js";
import { columnsOf, read } from "./csv-file.js";

const schemas: readonly [string, ColumnSchema, unknown][] = [
  ["ages", z.int().min(0).max(120), Uint8Array.of(1, 0)],
  ["a byte to its end", z.int().min(0).max(255), Uint8Array.of(1, 0)],
  ["signed bytes", z.int().min(-128).max(127), Int8Array.of(1, 0)],
  ["16 bits", z.int().min(0).max(256), Uint16Array.of(1, 0)],
  ["signed 16 bits", z.int().min(-1).max(255), Int16Array.of(1, 0)],
  [
    "32 bits",
    z
      .int()
      .min(0)
      .lt(2 ** 32),
    Uint32Array.of(1, 0),
  ],
  ["signed 32 bits", z.int().gt(-40_000).max(0xffff), Int32Array.of(1, 0)],
  ["classes", z.literal([0, 1]), Uint8Array.of(1, 0)],
  ["classes far apart", z.literal([0, 1, 300]), Uint16Array.of(1, 0)],
  ["classes of an enum", z.enum({ No: 0, Yes: 1 }), Uint8Array.of(1, 0)],
  [
    "more than 32 bits",
    z
      .int()
      .min(0)
      .max(2 ** 32),
    Float64Array.of(1, 0),
  ],
  ["no bounds", z.int(), Float64Array.of(1, 0)],
  ["no lower bound", z.int().max(9), Float64Array.of(1, 0)],
  ["numbers that need not be whole", z.number().min(0).max(9), Float64Array.of(1, 0)],
  ["cells that may be empty", z.int().min(0).max(9).nullable(), Float64Array.of(1, 0)],
  ["a check of the schema alone", z.int().min(0).max(9).multipleOf(1), Float64Array.of(1, 0)],
];

test.each(schemas)("stores %s in the narrowest array", async (_, schema, expected) => {
  const { table } = await read("x\n1\n0\n", defineDataset({ columns: { x: schema } }));
  expect(table.data().x).toStrictEqual(expected);
});

test.each([
  ["an unsigned byte", z.int().min(0).max(255), [0, 255]],
  ["a signed byte", z.int().min(-128).max(127), [-128, 127]],
  ["signed 16 bits", z.int().min(-32_768).max(32_767), [-32_768, 32_767]],
  [
    "unsigned 32 bits",
    z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    [0, 2 ** 32 - 1],
  ],
  [
    "signed 32 bits",
    z
      .int()
      .min(-(2 ** 31))
      .max(2 ** 31 - 1),
    [-(2 ** 31), 2 ** 31 - 1],
  ],
])("keeps the ends of %s, also in a file that is scanned", async (_, schema, ends) => {
  const dataset = defineDataset({ columns: { x: schema } });
  const lines = `${ends.join("\n")}\n`.repeat(30_000);
  const { x } = columnsOf(await read(`x\n${lines}`, dataset));
  expect([x?.slice(0, 2), x?.slice(-2)]).toEqual([ends, ends]);
});
