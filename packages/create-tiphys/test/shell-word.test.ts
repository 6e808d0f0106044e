import { execFileSync } from "node:child_process";
import { parseArgs } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { optionWords, shellWord } from "../src/cli/shell-word.js";

/** The words that a shell makes of a command's rest. */
function wordsOf(command: string): string[] {
  const printed = execFileSync("sh", ["-c", `printf '%s\\0' ${command}`], { encoding: "utf8" });
  return printed.split("\0").slice(0, -1);
}

test.each([
  ["age", "age"],
  ["left on", '"left on"'],
  ["Größe", '"Größe"'],
  ["it's", `"it's"`],
  ["when $(touch pwned)", "'when $(touch pwned)'"],
  ["`id`", "'`id`'"],
  ["it's $5", "'it'\\''s $5'"],
  ["hi!", "'hi!'"],
  ["", '""'],
])("%j is the word %s", (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test("a shell takes each text as it is", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.string({ unit: fc.constantFrom("'", '"', "\\", "$", "`", "(", ")", "!", "*", " ", "\n", ";", "a") }),
  );
  fc.assert(
    fc.property(fc.array(text, { minLength: 20, maxLength: 20 }), (texts) => {
      const plain = texts.map((each) => each.replaceAll("\0", ""));
      expect(wordsOf(plain.map(shellWord).join(" "))).toEqual(plain);
    }),
    { seed: 19, numRuns: 10 },
  );
});

test.each(["age", "-d", "--dates", "-", "- $HOME"])(
  "a column %j is the value of a suggested option",
  (name) => {
    const command = optionWords("--dates", name);
    const { values } = parseArgs({ args: wordsOf(command), options: { dates: { type: "string" } } });
    expect(values.dates).toBe(name);
  },
);
