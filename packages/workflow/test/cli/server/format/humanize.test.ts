import { expect, test } from "vitest";
import { longDuration, relativeTime, shortDuration } from "../../../../src/cli/server/format/humanize.js";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

test.each([
  [0, "0s", "0 seconds"],
  [1999, "1s", "1 second"],
  [59_999, "59s", "59 seconds"],
  [90_000, "1m", "1 minute 30 seconds"],
  [hour, "1h", "1 hour 0 minutes"],
  [90 * minute, "1h", "1 hour 30 minutes"],
  [26 * hour, "1d", "1 day 2 hours"],
  [9 * day, "9d", "1 week 0 hours"],
])("writes %i ms as %s and %s, as the argo CLI does", (duration, short, long) => {
  expect(shortDuration(duration)).toBe(short);
  expect(longDuration(duration)).toBe(long);
});

test("shows a past or future time", () => {
  expect(relativeTime(0, 500)).toBe("now");
  expect(relativeTime(0, 3 * minute)).toBe("3 minutes ago");
  expect(relativeTime(2 * hour, 0)).toBe("2 hours from now");
});
