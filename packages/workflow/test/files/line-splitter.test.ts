import fc from "fast-check";
import { expect, test } from "vitest";
import { lineSplitter } from "../../src/files/line-splitter.js";

/** The lines of bytes that come in chunks of a size. */
function linesOf(text: string, chunk = 1 << 16, maxLength?: number): string[] {
  const lines: string[] = [];
  const splitter = lineSplitter((line) => lines.push(line), maxLength);
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += chunk) splitter.add(bytes.subarray(at, at + chunk));
  splitter.end();
  return lines;
}

test("a line ends with a line feed, a carriage return, or both, wherever the chunks are cut", () => {
  for (let chunk = 1; chunk < 12; chunk++)
    expect(linesOf("a\n\nb\r\nc\r\n\r\n10%\r20%\r\nä\nlast", chunk)).toEqual([
      "a",
      "",
      "b",
      "c",
      "",
      "10%",
      "20%",
      "ä",
      "last",
    ]);
});

test("a progress bar that prints only carriage returns is no endless line", () => {
  expect(linesOf("10%\r20%\r100%")).toEqual(["10%", "20%", "100%"]);
});

test("a line that is too long is cut, but not inside of a character", () => {
  expect(linesOf("abcdefg\nh", 3, 3)).toEqual(["abc", "def", "g", "h"]);
  expect(linesOf("ab🙂c🙂", 2, 3)).toEqual(["ab", "🙂c", "🙂"]);
});

test("megabytes without a line end come in parts of at most a million characters, and all of them", () => {
  const lines = linesOf("x".repeat(3_000_000), 1000);
  expect(lines.map(({ length }) => length)).toEqual([1 << 20, 1 << 20, 3_000_000 - (2 << 20)]);
});

test("how the bytes are cut into chunks does not change the lines", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "ä", "🙂", "\r", "\n", "\r\n") });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 9 }), (content, chunk) => {
      const expected = content.split(/\r\n|\r|\n/);
      if (expected.at(-1) === "") expected.pop();
      expect(linesOf(content, chunk)).toEqual(expected);
    }),
    { seed: 8 },
  );
});
