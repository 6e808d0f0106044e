import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ContractError } from "../../src/definition/errors.js";
import { type FileOnDisk, type FolderOnDisk, file, folder } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";

const parquet = file("parquet", "application/vnd.apache.parquet");

/** A step's staging directory, with a scratch directory inside. */
function staging() {
  const directory = tempDir();
  const scratch = join(directory, ".scratch");
  mkdirSync(scratch);
  return { directory, scratch };
}

describe("a file on disk", () => {
  test("is described by its extension", () => {
    expect(parquet).toMatchObject({
      format: "file:parquet",
      extension: "parquet",
      mediaType: "application/vnd.apache.parquet",
    });
    expect(file("bin").mediaType).toBe("application/octet-stream");
  });

  test("is moved out of the scratch directory", () => {
    const { directory, scratch } = staging();
    writeFileSync(join(scratch, "a"), "content");

    parquet.encode({ file: join(scratch, "a") }, join(directory, "out.parquet"));

    expect(readFileSync(join(directory, "out.parquet"), "utf8")).toBe("content");
    expect(existsSync(join(scratch, "a"))).toBe(false);
  });

  test("is copied from anywhere else", () => {
    const elsewhere = join(tempDir(), "a");
    writeFileSync(elsewhere, "content");

    parquet.encode({ file: elsewhere }, join(staging().directory, "out.parquet"));

    expect(readFileSync(elsewhere, "utf8")).toBe("content");
  });

  test("is copied from a path that only begins like the scratch directory", () => {
    const { directory, scratch } = staging();
    writeFileSync(join(directory, "mine"), "content");
    writeFileSync(join(directory, ".scratchpad"), "content");

    parquet.encode({ file: `${scratch}/../mine` }, join(directory, "a.parquet"));
    parquet.encode({ file: join(directory, ".scratchpad") }, join(directory, "b.parquet"));

    expect(readdirSync(directory).sort()).toEqual([
      ".scratch",
      ".scratchpad",
      "a.parquet",
      "b.parquet",
      "mine",
    ]);
  });

  test("is read as its path", () => {
    const path = join(tempDir(), "value");
    writeFileSync(path, "");

    expect(parquet.decode(path)).toEqual({ file: path });
  });

  test.each([
    ["nothing", undefined, "expected an object { file: path }."],
    ["a path alone", "/a", "expected an object { file: path }."],
    ["a path that does not exist", { file: "/nowhere/a" }, "/nowhere/a does not exist or is not a file."],
    ["a directory", { file: "/" }, "/ does not exist or is not a file."],
  ])("is refused where it is %s", (_, value, message) => {
    expect(() => parquet.encode(value as FileOnDisk, join(tempDir(), "value"))).toThrow(
      new ContractError(message),
    );
  });

  test("is refused if its path is a directory", () => {
    const directory = tempDir();

    expect(() => parquet.decode(directory)).toThrow(new ContractError(`${directory} is not a file.`));
    expect(() => parquet.decode(join(directory, "none"))).toThrow(
      new ContractError(`${directory}/none is not a file.`),
    );
  });
});

describe("a folder on disk", () => {
  test("is moved out of the scratch directory, or is the scratch directory itself", () => {
    const { directory, scratch } = staging();
    mkdirSync(join(scratch, "parts"));
    writeFileSync(join(scratch, "parts", "a"), "1");

    folder.encode({ folder: join(scratch, "parts") }, join(directory, "out"));
    folder.encode({ folder: scratch }, join(directory, "rest"));

    expect(readFileSync(join(directory, "out", "a"), "utf8")).toBe("1");
    expect(readdirSync(directory).sort()).toEqual(["out", "rest"]);
  });

  test("is copied from anywhere else, with all that is in it", () => {
    const elsewhere = tempDir();
    mkdirSync(join(elsewhere, "b"));
    writeFileSync(join(elsewhere, "b", "c"), "1");
    const out = join(staging().directory, "out");

    folder.encode({ folder: elsewhere }, out);

    expect(readFileSync(join(out, "b", "c"), "utf8")).toBe("1");
    expect(existsSync(join(elsewhere, "b", "c"))).toBe(true);
  });

  test("is read as its path", () => {
    const directory = tempDir();

    expect(folder.decode(directory)).toEqual({ folder: directory });
  });

  test.each([
    ["nothing", undefined, "expected an object { folder: path }."],
    ["a path that does not exist", { folder: "/nowhere" }, "/nowhere does not exist or is not a directory."],
  ])("is refused where it is %s", (_, value, message) => {
    expect(() => folder.encode(value as FolderOnDisk, join(tempDir(), "value"))).toThrow(
      new ContractError(message),
    );
  });

  test("is refused if its path is a file", () => {
    const path = join(tempDir(), "value");
    writeFileSync(path, "");

    expect(() => folder.decode(path)).toThrow(new ContractError(`${path} is not a directory.`));
  });
});
