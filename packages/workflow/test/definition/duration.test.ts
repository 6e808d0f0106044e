import { expect, test } from "vitest";
import { type Duration, durationSeconds } from "../../src/definition/duration.js";
import { DefinitionError } from "../../src/definition/errors.js";

test.each<[Duration, number]>([
  ["30s", 30],
  ["0s", 0],
  ["0.5s", 0.5],
  ["5m", 300],
  ["2h", 7200],
  ["1.5d", 129600],
])("%s has %d seconds", (duration, seconds) => {
  expect(durationSeconds(duration)).toBe(seconds);
});

test.each(["", "5", "s", "-5s", "5 s", "5ms", "5w", "1e3s", "Infinitys", ".5s", "5S", "1h30m"])(
  "%j is not a duration",
  (text) => {
    expect(() => durationSeconds(text as Duration)).toThrow(
      new DefinitionError(
        `"${text}" is not a duration. Expected a number and a unit, such as "30s", "5m" or "2h".`,
      ),
    );
  },
);
