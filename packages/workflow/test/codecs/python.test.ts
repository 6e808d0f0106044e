import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { table as makeTable } from "arquero";
import { describe, expect, test } from "vitest";
import { writeArrowFile } from "../../src/codecs/arrow-file.js";
import { ContractError } from "../../src/definition/errors.js";
import { table } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";

const python = [process.env.PYTHON, "python3"].find(
  (command) => command !== undefined && hasPyarrow(command),
);
const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

function hasPyarrow(command: string): boolean {
  try {
    execFileSync(command, ["-c", "import pyarrow.feather"], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}

function run(script: string, argument: string): string {
  return execFileSync(python ?? "", [join(fixtures, script), argument], {
    encoding: "utf8",
    timeout: 20_000,
  });
}

if (python === undefined) console.warn("Skipped: no Python with pyarrow. Set PYTHON to one that has it.");

describe.skipIf(python === undefined)("Python's pyarrow", () => {
  test("reads what the table codec wrote", async () => {
    const path = join(tempDir(), "x.arrow");
    await table.encode(
      makeTable({ x: [1.5, Number.NaN, -0, Number.POSITIVE_INFINITY], t: ["a", "ä😀", "", "a"] }),
      path,
    );

    expect(JSON.parse(run("read-arrow.py", path))).toEqual({
      names: ["x", "t"],
      types: ["double", expect.stringMatching(/^dictionary<values=string, indices=int/)],
      values: { x: ["1.5", "nan", "-0.0", "inf"], t: ["'a'", "'ä😀'", "''", "'a'"] },
    });
  });

  test("reads integers in their type", async () => {
    const path = join(tempDir(), "x.arrow");
    await table.encode(
      makeTable({
        a: Uint8Array.of(0, 255),
        b: Int8Array.of(-128, 127),
        c: Uint16Array.of(0, 65535),
        d: Int16Array.of(-32768, 32767),
        e: Uint32Array.of(0, 2 ** 32 - 1),
        f: Int32Array.of(-(2 ** 31), 2 ** 31 - 1),
      }),
      path,
    );

    expect(JSON.parse(run("read-arrow.py", path))).toEqual({
      names: ["a", "b", "c", "d", "e", "f"],
      types: ["uint8", "int8", "uint16", "int16", "uint32", "int32"],
      values: {
        a: ["0", "255"],
        b: ["-128", "127"],
        c: ["0", "65535"],
        d: ["-32768", "32767"],
        e: ["0", "4294967295"],
        f: ["-2147483648", "2147483647"],
      },
    });
  });

  test("reads record batches", () => {
    const path = join(tempDir(), "x.arrow");
    writeArrowFile(
      path,
      [
        ["x", Uint8Array.of(1, 2, 3, 4, 5)],
        ["t", ["a", "b", "a", "c", "a"]],
      ],
      2,
    );

    const script =
      "import sys, pyarrow as pa; f = pa.ipc.open_file(sys.argv[1]); print([f.get_batch(i).to_pydict() for i in range(f.num_record_batches)])";
    const printed = execFileSync(python ?? "", ["-c", script, path], { encoding: "utf8", timeout: 20_000 });
    expect(printed.trim()).toBe(
      "[{'x': [1, 2], 't': ['a', 'b']}, {'x': [3, 4], 't': ['a', 'c']}, {'x': [5], 't': ['a']}]",
    );
  });

  test("reads a table without rows", async () => {
    const path = join(tempDir(), "x.arrow");
    await table.encode(makeTable({ x: [] }), path);

    expect(JSON.parse(run("read-arrow.py", path))).toEqual({
      names: ["x"],
      types: ["double"],
      values: { x: [] },
    });
  });

  test("writes what the table codec reads", async () => {
    const directory = tempDir();
    run("write-arrow.py", directory);

    const types = await table.decode(join(directory, "types.arrow"));
    const batches = await table.decode(join(directory, "batches.arrow"));
    const empty = await table.decode(join(directory, "empty.arrow"));

    expect(types.columnNames().map((name) => [name, types.data()[name]])).toEqual([
      ["float", Float64Array.of(1.5, Number.NaN, Number.NaN)],
      ["small", Int8Array.of(1, -2, 3)],
      ["large", Float64Array.of(1, 2 ** 53 - 1, Number.NaN)],
      ["flag", Float64Array.of(1, Number.NaN, 0)],
      ["text", ["a", "ä", ""]],
      ["category", ["x", "y", "x"]],
      ["view", ["u", "v", "a text of more than twelve bytes"]],
      ["none", Float64Array.of(Number.NaN, Number.NaN, Number.NaN)],
    ]);
    expect(batches.data()).toEqual({ x: Float64Array.of(1, 2, 3, 4, 5), t: ["a", "b", "c", "d", "e"] });
    expect(empty.data()).toEqual({ x: new Float64Array(0), i: new Float64Array(0), t: [] });
  });

  test.each([
    ["compressed.arrow", /^found an Arrow file that cannot be read \(.*codec.*\)\.$/],
    [
      "too-large.arrow",
      /^found an Arrow file that cannot be read \(BigInt exceeds integer number representation.*\)\.$/,
    ],
    [
      "gap.arrow",
      /^found column "t" of Arrow type Utf8, row 2 missing, expected numbers, or strings without missing values\.$/,
    ],
    [
      "lists.arrow",
      /^found column "l" of Arrow type List, expected numbers, or strings without missing values\.$/,
    ],
  ])("writes what the table codec refuses: %s", async (file, message) => {
    const directory = tempDir();
    run("write-arrow.py", directory);
    const outcome = await Promise.resolve(table.decode(join(directory, file))).catch(
      (error: unknown) => error,
    );

    expect(outcome).toBeInstanceOf(ContractError);
    expect(String((outcome as Error).message)).toMatch(message);
  });
});
