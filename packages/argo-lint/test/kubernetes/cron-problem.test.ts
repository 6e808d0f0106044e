import fc from "fast-check";
import { expect, test } from "vitest";
import { cronProblem } from "../../src/kubernetes/cron-problem.js";

/** What ParseStandard of robfig/cron v3 takes. */
test.each([
  "* * * * *",
  "? ? ? ? ?",
  "0 0 1 1 0",
  "59 23 31 12 6",
  "*/5 * * * *",
  "1-5/2,10 * * * *",
  "5/15 * * * *",
  "0 9 * JAN-mar Mon-FRI",
  "  0   9 *\t* *  ",
  "+5 * * * *",
  "TZ=Europe/Berlin 0 9 * * *",
  "CRON_TZ=UTC 0 9 * * *",
  "@hourly",
  "@every 1h30m",
  "*-5 * * * *",
])("%s is a schedule", (schedule) => {
  expect(cronProblem(schedule)).toBeUndefined();
});

test.each([
  ["", /empty/],
  ["* * * *", /4 fields/],
  ["* * * * * *", /6 fields/],
  ["60 * * * *", /60 is more than 59/],
  ["* 24 * * *", /24 is more than 23/],
  ["* * 0 * *", /0 is less than 1/],
  ["* * * 13 *", /13 is more than 12/],
  ["* * * * 7", /7 is more than 6/],
  ["5-1 * * * *", /5 is greater than 1/],
  ["1-2-3 * * * *", /hyphens/],
  ["*/2/3 * * * *", /slashes/],
  ["*/0 * * * *", /step is 0/],
  ["*/x * * * *", /step "x"/],
  ["-1 * * * *", /"" is not a number/],
  ["1.5 * * * *", /"1.5" is not a number/],
  ["* * * * monday", /"monday" is not a number/],
  ["@Daily", /"@Daily" is not one of/],
  ["@every 1 day", /is not a duration/],
  ["TZ=UTC", /no schedule/],
  ["TZ=Mars/Base 0 9 * * *", /is not a time zone/],
])("%s is none", (schedule, fault) => {
  expect(cronProblem(schedule)).toMatch(fault);
});

test("lists, ranges and steps within the limits are always accepted", () => {
  const part = (least: number, most: number) =>
    fc
      .tuple(
        fc.integer({ min: least, max: most }),
        fc.integer({ min: least, max: most }),
        fc.integer({ min: 1, max: 99 }),
      )
      .map(([a, b, step]) => `${Math.min(a, b)}-${Math.max(a, b)}/${step}`);
  const field = (least: number, most: number) =>
    fc.array(part(least, most), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(","));
  const schedule = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6));
  fc.assert(fc.property(schedule, (fields) => cronProblem(fields.join(" ")) === undefined));
});
