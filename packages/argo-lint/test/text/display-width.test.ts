import { expect, test } from "vitest";
import { cutToWidth, displayWidth } from "../../src/text/display-width.js";

test.each([
  ["abc", 3],
  ["é", 1],
  ["é", 1],
  ["模型", 4],
  ["ｆｕｌｌ", 8],
  ["한글", 4],
  ["🙂", 2],
  ["✔", 1],
  ["a\u200db", 2],
])("%s takes %d columns", (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test.each([
  ["abcdef", 6, "abcdef"],
  ["abcdef", 5, "abcd…"],
  ["模型模型", 5, "模型…"],
  ["模型模型", 4, "模…"],
  ["abc", 1, "…"],
  ["abc", 0, ""],
])("%s is cut to %d columns as %s", (text, width, cut) => {
  expect(cutToWidth(text, width)).toBe(cut);
});
