import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { reportError } from "../../../src/cli/process/report-error.js";
import { UserError } from "../../../src/definition/errors.js";

const printed: unknown[] = [];

beforeEach(() => {
  printed.length = 0;
  vi.stubEnv("DEBUG", "");
  vi.stubEnv("npm_lifecycle_event", undefined);
  vi.spyOn(console, "error").mockImplementation((...args) => void printed.push(...args));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test("prints a user error as its message alone", () => {
  reportError(new UserError("There is no file a.csv."), false);

  expect(printed).toEqual(["There is no file a.csv."]);
});

/** An error whose stack is in no file of the project. */
function foreignError(message: string): Error {
  const error = new TypeError(message);
  error.stack = `TypeError: ${message}\n    at node:fs:12:3`;
  return error;
}

test("prints how to see the stack of any other error", () => {
  reportError(foreignError("x is not a function"), false);

  expect(printed).toEqual(["x is not a function\n(Run again with --verbose to see where this comes from.)"]);
});

test("prints the project's file and line that an error comes from", () => {
  const error = foreignError("x is not a function");
  error.stack += `\n    at run (${process.cwd()}/src/steps/train.ts:12:5)`;

  reportError(error, false);

  expect(printed).toEqual([
    "x is not a function\nat src/steps/train.ts:12:5\n(Run again with --verbose to see the whole stack.)",
  ]);
});

test("puts two hyphens before the option if npm would consume it", () => {
  vi.stubEnv("npm_lifecycle_event", "start");

  reportError(foreignError("x"), false);

  expect(printed).toEqual(["x\n(Run again with -- --verbose to see where this comes from.)"]);
});

test("prints the whole error with --verbose", () => {
  const error = new UserError("x");

  reportError(error, true);

  expect(printed).toEqual([error.stack]);
});

test("prints the whole error with DEBUG", () => {
  const error = new UserError("x");
  vi.stubEnv("DEBUG", "1");

  reportError(error, false);

  expect(printed).toEqual([error.stack]);
});

test("prints a thrown value that is not an error", () => {
  reportError("just a text", false);

  expect(printed).toEqual(["just a text"]);
});
