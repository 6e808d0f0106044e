import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { examples } from "../../examples/all.js";
import { namesNoExample } from "../../examples/list.js";

const root = join(import.meta.dirname, "../..");

test("without a name the examples are listed, each with its purpose, and nothing runs", () => {
  const args = ["--import", "tsx", "examples/main.ts", "run"];
  const lines = execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" }).trimEnd().split("\n");

  expect(lines.slice(0, 3)).toEqual([
    "npm run example NAME, where NAME is one of:",
    "",
    "  coinflip               Flip a coin and run the task that belongs to its side.",
  ]);
  expect(lines.slice(2).map((line) => line.trim().split(" ")[0])).toEqual(examples.map(({ name }) => name));
}, 30_000);

test.each(examples)("$name says its purpose in one line", ({ workflow }) => {
  expect(workflow.description).toMatch(/^[A-Z].{10,90}$/);
});

test.each([
  [true, []],
  [true, ["--set", "seed=1"]],
  [false, ["coinflip"]],
  [false, ["coinflip", "--set", "seed=1"]],
  [false, ["coinflop"]],
  [false, ["--help"]],
])("that no example is named is %s for run %j", (expected, args) => {
  expect(namesNoExample(["run", ...args])).toBe(expected);
});

test.each([[[]], [["step", "flip-coin"]], [["describe"]]])("the other commands go on: %j", (args) => {
  expect(namesNoExample(args)).toBe(false);
});
