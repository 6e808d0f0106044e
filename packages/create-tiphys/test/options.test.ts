import { describe, expect, test } from "vitest";
import { readOptions } from "../src/cli/options.js";

const plain = { install: true, yes: false, force: false, update: false, help: false };

test.each<[string[], object]>([
  [["my-project", "--data", "a.csv", "--target", "y"], { folder: "my-project", data: "a.csv", target: "y" }],
  [["--data", "a.csv", "--ignore", "a,b", "--ignore", "c"], { ignore: ["a,b", "c"] }],
  [["--yes", "--no-install"], { yes: true, install: false }],
  [["--update", "--packages", "tarballs"], { update: true, packages: "tarballs" }],
])("%j is read", (args, expected) => {
  expect(readOptions(args, "create", {})).toMatchObject({ ...plain, ...expected });
});

test.each<[string[], string]>([
  [["--missing", "drop"], '--missing: found "drop", expected impute or refuse.'],
  [["--target", "y"], "--target needs your own file: --data FILE"],
  [["--ignore", "a"], "--ignore needs your own file: --data FILE"],
  [["--dta", "x"], "Unknown option '--dta'"],
  [["a", "b"], 'Found "a" "b", expected one folder at most.'],
  [["a", "--force"], "--force is an option of npm run init."],
  [["a", "--update"], '--update does not take "a"'],
  [["--update", "--name", "x"], "--update does not take --name"],
])("%j is refused", (args, sentence) => {
  expect(() => readOptions(args, "create", {})).toThrow(sentence);
});

test("npm run init takes --force, and leaves updates to npm create", () => {
  expect(readOptions(["--force"], "init", {}).force).toBe(true);
  expect(() => readOptions(["--update"], "init", {})).toThrow("--update is for a project");
});

describe("options that npm took as its own are reported", () => {
  test.each([
    ["init", { npm_lifecycle_event: "init", npm_config_data: "x.csv" }, "npm run init -- --data …"],
    ["create", { npm_config_data: "x.csv" }, "npm create tiphys@latest -- --data …"],
  ] as const)("by %s", (invocation, environment, command) => {
    expect(() => readOptions([], invocation, environment)).toThrow(
      `npm took --data as its own option. Put two hyphens before it: ${command}`,
    );
  });

  test("but not npm's own", () => {
    expect(readOptions(["a"], "create", { npm_config_yes: "true" }).yes).toBe(false);
  });
});
