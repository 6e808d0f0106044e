import fc from "fast-check";
import { expect, test } from "vitest";
import { printable, printableLines, printableLog } from "../../src/text/printable.js";

/** Characters that a terminal obeys or does not show. */
const obeyed = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}\p{Cs}]/u;

test.each([
  ["\u001b[2J\u001b]0;title\u0007", "␛[2J␛]0;title␇"],
  ["a\nb\r\tc\u007f", "a⏎b␍␉c␡"],
  ["\u009b31m", "�31m"],
  ["user\u202etxt.exe", "user�txt.exe"],
  ["a\u2028b\u2029c\ud800", "a�b�c�"],
  ["Größe 身長 👩‍👩‍👧", "Größe 身長 👩‍👩‍👧"],
])("shows %j as %j", (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test("a text of several lines keeps its line ends and tabs", () => {
  expect(printableLines("line 17:\n\tfound \u001b[31m")).toBe("line 17:\n\tfound ␛[31m");
});

test("a log line loses only its colours", () => {
  expect(printableLog("\u001b[1;32mepoch\u001b[0m 1\tloss\r\u001b[2K")).toBe("epoch 1\tloss␍␛[2K");
});

test("no control character remains, and no character is added", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const shown = printable(text);
      expect(shown).not.toMatch(obeyed);
      expect([...shown]).toHaveLength([...text].length);
    }),
  );
});
