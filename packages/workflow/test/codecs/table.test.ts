import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ColumnTable, desc, table as makeTable, escape as run } from "arquero";
import { describe, expect, test } from "vitest";
import { ContractError } from "../../src/definition/errors.js";
import { table } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { roundTrip } from "./round-trip.js";

/** Name and values of each column, in order. */
function columnsOf(read: ColumnTable): [string, unknown][] {
  return read.columnNames().map((name) => [name, read.data()[name]]);
}

describe("a table is read back", () => {
  test("with all its numbers: NaN, infinities and the sign of zero", async () => {
    const values = Float64Array.of(
      1.5,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
      -0,
      5e-324,
    );

    const read = await roundTrip(table, makeTable({ x: values }));

    expect(columnsOf(read)).toEqual([["x", values]]);
    expect(Object.is((read.data().x as Float64Array)[4], -0)).toBe(true);
  });

  test("with its texts: duplicates, empty ones and all of Unicode", async () => {
    const values = ["b", "a", "b", "", "ä€😀", "a\nb", "null", "\u0000"];

    const read = await roundTrip(table, makeTable({ text: values }));

    expect(columnsOf(read)).toEqual([["text", values]]);
  });

  test("with columns of numbers and of strings, in order", async () => {
    const read = await roundTrip(
      table,
      makeTable({ z: Float64Array.of(1, 2), b: ["x", "y"], "10": Float64Array.of(3, 4), "2": ["u", "v"] }, [
        "z",
        "10",
        "b",
        "2",
      ]),
    );

    expect(columnsOf(read)).toEqual([
      ["z", Float64Array.of(1, 2)],
      ["10", Float64Array.of(3, 4)],
      ["b", ["x", "y"]],
      ["2", ["u", "v"]],
    ]);
  });

  test("with odd column names", async () => {
    const read = await roundTrip(table, makeTable({ "": [1], "a b": [2], "ä😀": [3], constructor: [4] }));

    expect(read.columnNames()).toEqual(["", "a b", "ä😀", "constructor"]);
    expect(read.get("ä😀", 0)).toBe(3);
  });

  test("with one row", async () => {
    const read = await roundTrip(table, makeTable({ x: [7], t: ["a"] }));

    expect(columnsOf(read)).toEqual([
      ["x", Float64Array.of(7)],
      ["t", ["a"]],
    ]);
  });

  test("with no rows", async () => {
    const read = await roundTrip(table, makeTable({ x: new Float64Array(0), y: [] }));

    expect(read.numRows()).toBe(0);
    expect(columnsOf(read)).toEqual([
      ["x", new Float64Array(0)],
      ["y", new Float64Array(0)],
    ]);
  });

  test("with no columns", async () => {
    const read = await roundTrip(table, makeTable({}));

    expect(read.columnNames()).toEqual([]);
  });

  test("filtered, with the rows that are left", async () => {
    const filtered = makeTable({ x: Float64Array.of(1, 2, 3, 4), t: ["a", "b", "c", "d"] }).filter(
      run((d: { x: number }) => d.x % 2 === 0),
    );

    const read = await roundTrip(table, filtered);

    expect(columnsOf(read)).toEqual([
      ["x", Float64Array.of(2, 4)],
      ["t", ["b", "d"]],
    ]);
  });

  test("ordered, with the rows as they are ordered", async () => {
    const ordered = makeTable({ x: Float64Array.of(2, 3, 1), t: ["b", "c", "a"] }).orderby(desc("x"));

    const read = await roundTrip(table, ordered);

    expect(columnsOf(read)).toEqual([
      ["x", Float64Array.of(3, 2, 1)],
      ["t", ["c", "b", "a"]],
    ]);
  });

  test("with integers of 8 to 32 bits in their type, in a byte each where that is enough", async () => {
    const path = join(tempDir(), "value");
    const columns = {
      age: new Uint8Array(1000).fill(81),
      year: Int16Array.from({ length: 1000 }, (_, i) => -i),
    };

    await table.encode(makeTable(columns), path);

    expect(columnsOf(await table.decode(path))).toEqual(Object.entries(columns));
    expect(readFileSync(path).length).toBeLessThan(4000);
  });

  test("with numbers that were in another array, as 64-bit numbers", async () => {
    const read = await roundTrip(table, makeTable({ f: Float32Array.of(1, -2), n: [1, 2.5] }));

    expect(columnsOf(read)).toEqual([
      ["f", Float64Array.of(1, -2)],
      ["n", Float64Array.of(1, 2.5)],
    ]);
  });

  test("with a column that is a part of a larger array", async () => {
    const read = await roundTrip(table, makeTable({ x: Float64Array.of(1, 2, 3, 4).subarray(1, 3) }));

    expect(columnsOf(read)).toEqual([["x", Float64Array.of(2, 3)]]);
  });

  test("read twice, of what was read", async () => {
    const read = await roundTrip(table, makeTable({ x: [1, 2], t: ["a", "b"] }));

    expect(columnsOf(await roundTrip(table, read))).toEqual(columnsOf(read));
  });
});

test("the same table results in the same bytes", async () => {
  const directory = tempDir();
  const make = () => makeTable({ x: [1, Number.NaN], t: ["a", "b"], u: ["c", "c"] });

  await table.encode(make(), join(directory, "a"));
  await table.encode(make(), join(directory, "b"));

  expect(readFileSync(join(directory, "a")).equals(readFileSync(join(directory, "b")))).toBe(true);
});

describe("a table is refused for writing", () => {
  test.each([
    ["that is none", { x: [1] }, "expected an Arquero table."],
    ["that is null", null, "expected an Arquero table."],
    [
      "with a gap in numbers",
      makeTable({ x: [1, null] }),
      'column "x" row 2 is null (object), expected a number as in the first row. Missing numbers are NaN.',
    ],
    [
      "with texts and numbers in one column",
      makeTable({ x: ["a", 1] }),
      'column "x" row 2 is 1 (number), expected a string as in the first row.',
    ],
    [
      "with a column of booleans",
      makeTable({ ok: [true, false] }),
      'column "ok" row 1 is true (boolean), expected a number or a string.',
    ],
    [
      "with a column of big integers",
      makeTable({ n: [1n] }),
      'column "n" row 1 is 1 (bigint), expected a number or a string.',
    ],
    [
      "with half a surrogate pair",
      makeTable({ t: ["a", "b\udc00"] }),
      'column "t" row 2 has half a surrogate pair, which UTF-8 cannot hold.',
    ],
  ])("%s", (_, value, message) => {
    const encode = () => table.encode(value as ColumnTable, join(tempDir(), "value"));

    expect(encode).toThrow(ContractError);
    expect(encode).toThrow(message);
  });
});

describe("a file is refused for reading", () => {
  test.each([
    ["empty", ""],
    ["short", "ARROW1"],
    ["of another format", "Pregnancies,Glucose\n1,2\n"],
  ])("%s", async (_, content) => {
    const path = join(tempDir(), "value");
    writeFileSync(path, content);

    await expect(table.decode(path)).rejects.toThrow(
      new ContractError("found bytes that are not an Arrow IPC file."),
    );
  });
});
