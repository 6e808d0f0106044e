import { expect, test } from "vitest";
import { benchOptions } from "../../bench/options.js";

test("rows may be written as a power of ten", () => {
  expect(benchOptions(["--rows", "1e6", "--rounds", "3"])).toEqual({
    rows: 1_000_000,
    rounds: 3,
    write: false,
  });
});

test("without options the template's table is measured in five rounds", () => {
  expect(benchOptions([])).toEqual({ rows: undefined, rounds: 5, write: false });
});

test("help measures nothing", () => {
  expect(benchOptions(["--help", "--rows", "1e6"])).toBeUndefined();
});

test.each([
  [["--rows", "12"], "--rows is 12, expected a whole number of at least 100."],
  [["--rows", "many"], "--rows is many, expected a whole number of at least 100."],
  [["--rounds", "0"], "--rounds is 0, expected a whole number of at least 1."],
  [["--row", "100"], "Unknown option '--row'"],
])("%j is refused", (args, message) => {
  expect(() => benchOptions(args)).toThrow(message);
});
