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
    ["no numbers", new Float64Array(0), new Float64Array(0)],
    ["an empty list, as an empty Float64Array", [], new Float64Array(0)],
  ])("%s", async (_, values, expected) => {
    expect(await roundTrip(column, values)).toEqual(expected);
  });
});

describe("a column is refused", () => {
  test.each([
    ["a text", "abc", "expected a Float64Array or an array of strings."],
    ["another array of numbers", Float32Array.of(1), "expected a Float64Array or an array of strings."],
    ["a table", makeTable({ x: [1] }), "expected a Float64Array or an array of strings."],
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
