import fc from "fast-check";
import { expect, test } from "vitest";
import { drawableText } from "../../src/plots/drawable-text.js";
import { fontCoverage } from "../../src/plots/register-font.js";

test.each([
  ["letters that the font has", "Größe, Ω, Ж, ا – ≤ 5", "Größe, Ω, Ж, ا – ≤ 5", []],
  ["Chinese", "糖尿病 – ROC curve", "? – ROC curve", ["糖", "尿", "病"]],
  ["Japanese", "ROC: リスク", "ROC: ?", ["リ", "ス", "ク"]],
  ["Korean and Thai apart", "당뇨 ไทย", "? ?", ["당", "뇨", "ไ", "ท", "ย"]],
  ["full-width letters", "ＲＯＣ１", "ROC1", []],
  ["line breaks and control characters", "a\nb\u2028c\u0007d", "a b c d", []],
  ["variation selectors", "☂\u{E0100}", "☂", []],
  ["half of a surrogate pair", "a\uD800b", "a\uFFFDb", []],
])("draws %s", (_, text, drawn, missing) => {
  expect(drawableText(text, fontCoverage())).toEqual({ text: drawn, missing });
});

test("never leaves a character that the font does not have", () => {
  const covers = fontCoverage();
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { text: drawn } = drawableText(text, covers);
      expect([...drawn].filter((character) => !covers(character.codePointAt(0) ?? 0))).toEqual([]);
    }),
  );
});
