import { join } from "node:path";
import { table as makeTable } from "arquero";
import { describe, expect, test } from "vitest";
import { ContractError } from "../../src/definition/errors.js";
import { type ColumnValues, column, table } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { roundTrip } from "./round-trip.js";

describe("a column is read back", () => {
  test.each<[string, ColumnValues, ColumnValues]>([
    ["numbers", Float64Array.of(1, Number.NaN, -0), Float64Array.of(1, Number.NaN, -0)],
    ["texts", ["a", "b", "a"], ["a", "b", "a"]],
    ["one text", ["a"], ["a"]],
    ["bytes", Uint8Array.of(0, 255), Uint8Array.of(0, 255)],
    ["signed bytes", Int8Array.of(-128, 127), Int8Array.of(-128, 127)],
    ["16-bit integers", Uint16Array.of(0, 65535), Uint16Array.of(0, 65535)],
    ["signed 16-bit integers", Int16Array.of(-32768, 32767), Int16Array.of(-32768, 32767)],
    ["32-bit integers", Uint32Array.of(0, 2 ** 32 - 1), Uint32Array.of(0, 2 ** 32 - 1)],
    [
      "signed 32-bit integers",
      Int32Array.of(-(2 ** 31), 2 ** 31 - 1),
      Int32Array.of(-(2 ** 31), 2 ** 31 - 1),
    ],
    ["a part of a larger array", Uint16Array.of(1, 2, 3, 4).subarray(1, 3), Uint16Array.of(2, 3)],
    ["no bytes", new Uint8Array(0), new Uint8Array(0)],
    ["no signed 16-bit integers", new Int16Array(0), new Int16Array(0)],
    ["no numbers", new Float64Array(0), new Float64Array(0)],
    ["an empty list, as an empty Float64Array", [], new Float64Array(0)],
  ])("%s", async (_, values, expected) => {
    expect(await roundTrip(column, values)).toEqual(expected);
  });
});

describe("a column is refused", () => {
  test.each([
    ["a text", "abc", "expected a Float64Array, an array of 8 to 32-bit integers, or an array of strings."],
    [
      "another array of numbers",
      Float32Array.of(1),
      "expected a Float64Array, an array of 8 to 32-bit integers, or an array of strings.",
    ],
    [
      "a table",
      makeTable({ x: [1] }),
      "expected a Float64Array, an array of 8 to 32-bit integers, or an array of strings.",
    ],
    [
      "texts with a gap",
      ["a", undefined],
      'column "value" row 2 is undefined (undefined), expected a string',
    ],
  ])("that is %s", (_, value, message) => {
    const encode = () => column.encode(value as ColumnValues, join(tempDir(), "value"));

    expect(encode).toThrow(ContractError);
    expect(encode).toThrow(message);
  });

  test.each([
    ["two columns", { a: [1], b: [2] }, "found a table of 2 columns, expected one column."],
    ["no column", {}, "found a table of 0 columns, expected one column."],
  ])("where its file holds a table of %s", async (_, columns, message) => {
    const path = join(tempDir(), "value");
    await table.encode(makeTable(columns), path);

    expect(() => column.decode(path)).toThrow(new ContractError(message));
  });
});
