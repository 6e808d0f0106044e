import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ContractError } from "../../src/definition/errors.js";
import { png } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { roundTrip } from "./round-trip.js";

const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3);

test("an image is read back byte for byte", async () => {
  expect(Uint8Array.from(await roundTrip(png, picture))).toEqual(picture);
});

test("an image that is a part of a larger array is written without the rest", () => {
  const path = join(tempDir(), "value");

  png.encode(Uint8Array.from([9, ...picture, 9]).subarray(1, -1), path);

  expect([...readFileSync(path)]).toEqual([...picture]);
});

test.each([
  ["a JPEG", Uint8Array.of(0xff, 0xd8, 0xff)],
  ["nothing", undefined],
  ["a text", "\u0089PNG\r\n\u001a\n"],
])("%s is refused", (_, value) => {
  expect(() => png.encode(value as Uint8Array, join(tempDir(), "value"))).toThrow(
    new ContractError("found bytes that do not begin with the PNG signature."),
  );
});

test("a file of other bytes is refused", () => {
  const path = join(tempDir(), "value");
  writeFileSync(path, "<html>");

  expect(() => png.decode(path)).toThrow(
    new ContractError("found bytes that do not begin with the PNG signature."),
  );
});
