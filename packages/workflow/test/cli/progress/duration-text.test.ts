import { expect, test } from "vitest";
import { durationText, elapsedText } from "../../../src/cli/progress/duration-text.js";

test.each([
  [0, "0ms"],
  [0.4, "0ms"],
  [45, "45ms"],
  [999, "999ms"],
  [999.6, "1.0s"],
  [1000, "1.0s"],
  [1249, "1.2s"],
  [59_949, "59.9s"],
  [59_950, "1m 00s"],
  [65_000, "1m 05s"],
  [3_599_499, "59m 59s"],
  [3_599_500, "1h 00m"],
  [3_780_000, "1h 03m"],
  [90_000_000, "25h 00m"],
])("reads %d ms as %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test("is the time between two moments", () => {
  expect(elapsedText("2026-01-01T00:00:00.000Z", "2026-01-01T00:00:01.500Z")).toBe("1.5s");
});

test("is the time until now while something runs", () => {
  expect(elapsedText("2026-01-01T00:00:00.000Z", undefined, Date.UTC(2026, 0, 1, 0, 2, 3))).toBe("2m 03s");
});

test("is empty if it has not started", () => {
  expect(elapsedText(undefined, undefined)).toBe("");
});
