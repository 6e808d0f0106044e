import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ContractError } from "../../src/definition/errors.js";
import { html, text } from "../../src/index.js";
import { tempDir } from "../temp-dir.js";
import { roundTrip } from "./round-trip.js";

describe("a text", () => {
  test("is read back unchanged, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (value) => {
        const path = join(tempDir(), "value");
        await text.encode(value, path);
        expect(await text.decode(path)).toBe(value);
      }),
      { seed: 20240604, numRuns: 1000 },
    );
  });

  test("keeps its byte order mark and its line ends", async () => {
    expect(await roundTrip(text, "\ufeffa\r\nb\n")).toBe("\ufeffa\r\nb\n");
  });

  test("is written as its own bytes", () => {
    const path = join(tempDir(), "value");

    text.encode("ä\n", path);

    expect([...readFileSync(path)]).toEqual([0xc3, 0xa4, 0x0a]);
  });

  test.each([
    ["half a surrogate pair", "a\ud800b", "found half a surrogate pair, which UTF-8 cannot hold."],
    ["a number", 3, "found number, expected a string."],
    ["nothing", undefined, "found undefined, expected a string."],
  ])("is refused for %s", (_, value, message) => {
    expect(() => text.encode(value as string, join(tempDir(), "value"))).toThrow(new ContractError(message));
  });

  test("is refused if its file is not UTF-8", () => {
    const path = join(tempDir(), "value");
    writeFileSync(path, Buffer.from([0x61, 0xff]));

    expect(() => text.decode(path)).toThrow(new ContractError("found bytes that are not UTF-8."));
  });
});

test("a page is read back unchanged", async () => {
  expect(await roundTrip(html, "<!doctype html><p>ä</p>")).toBe("<!doctype html><p>ä</p>");
});
