import { WriteStream } from "node:tty";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isInteractive, paintFor } from "../../src/terminal/paint.js";

const terminal: NodeJS.WriteStream = Object.assign(Object.create(WriteStream.prototype), { isTTY: true });
const pipe: NodeJS.WriteStream = Object.assign(Object.create(WriteStream.prototype), { isTTY: false });

beforeEach(() => {
  for (const name of ["NO_COLOR", "CI"]) vi.stubEnv(name, "");
  vi.stubEnv("TERM", "xterm");
});
afterEach(() => vi.unstubAllEnvs());

test("treats a terminal as interactive", () => {
  expect(isInteractive(terminal)).toBe(true);
  expect(paintFor(terminal)("green", "ok")).toBe("\u001b[32mok\u001b[39m");
});

test("prints text to a pipe without colours", () => {
  expect(isInteractive(pipe)).toBe(false);
  expect(paintFor(pipe)("green", "ok")).toBe("ok");
});

test.each([
  ["NO_COLOR", "1"],
  ["CI", "true"],
  ["TERM", "dumb"],
])("is plain on a terminal with %s=%s", (name, value) => {
  vi.stubEnv(name, value);

  expect(isInteractive(terminal)).toBe(false);
  expect(paintFor(terminal)("green", "ok")).toBe("ok");
});
