import { expect, test } from "vitest";
import {
  ContractError,
  DefinitionError,
  exitCodeOf,
  isRetried,
  TransientError,
  UsageError,
  UserError,
} from "../../src/definition/errors.js";

test.each([
  ["a broken contract", new ContractError("x"), 65],
  ["a wrong usage", new UsageError("x"), 2],
  ["a passing trouble", new TransientError("x"), 75],
  ["a wrong definition", new DefinitionError("x"), 1],
  ["another mistake of a user", new UserError("x"), 1],
  ["any other error", new TypeError("x"), 1],
  ["a thrown text", "x", 1],
])("the exit code of %s is its own", (_, error, exitCode) => {
  expect(exitCodeOf(error)).toBe(exitCode);
});

test.each([
  [65, false],
  [2, false],
  [1, true],
  [75, true],
  [124, true],
  [137, true],
  [undefined, true],
])("exit code %s is repeated by a retry: %s", (exitCode, expected) => {
  expect(isRetried(exitCode)).toBe(expected);
});

test.each([
  [new UserError(""), "UserError"],
  [new DefinitionError(""), "DefinitionError"],
  [new ContractError(""), "ContractError"],
  [new UsageError(""), "UsageError"],
  [new TransientError(""), "TransientError"],
])("an error is called by its class: %s", (error, name) => {
  expect(error.name).toBe(name);
});
