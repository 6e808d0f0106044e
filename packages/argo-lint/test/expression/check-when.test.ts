import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { checkWhen } from "../../src/expression/when/check-when.js";

const texts = z.array(z.string());
const argo = z
  .object({ true: texts, false: texts, refused: texts })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "fixtures/govaluate.json"), "utf8")));

test.each([
  ...argo.true.map((text) => [text, true] as const),
  ...argo.false.map((text) => [text, false] as const),
])("%s is %s, or not known", (text, result) => {
  const check = checkWhen(text, true);
  expect(check.error).toBeUndefined();
  expect([result, undefined]).toContain(check.result);
});

test.each(argo.refused)("%s is refused, as govaluate does", (text) => {
  expect(checkWhen(text, true).error?.message).toMatch(/\w/);
});

test("operators that may come from a tag are not reported", () => {
  expect(checkWhen("{{inputs.parameters.condition}} {{item}}", true)).toEqual({ comparisons: [] });
});

test("a word is not a string where words are variables", () => {
  expect(checkWhen("'a' == a", false).error).toEqual({ message: '"a" has no quotes around it', offset: 7 });
});
