import fc from "fast-check";
import { expect, test } from "vitest";
import { isDate } from "../src/infer/dates.js";
import { toIsoDates } from "../src/infer/iso-dates.js";

/** The converted texts, in the order of the given ones. */
function isoOf(texts: readonly string[]): string[] {
  const found = toIsoDates(texts);
  if (typeof found === "string") throw new Error(found);
  return texts.map((text) => found.byText.get(text) ?? "");
}

test.each<[string[], string[]]>([
  [
    ["2024-01-31", "2024-02-01T09:30:00Z", "2024-02-01 09:30+01:00"],
    ["2024-01-31", "2024-02-01T09:30:00Z", "2024-02-01 09:30+01:00"],
  ],
  [
    ["2024/1/5", "2024.12.31"],
    ["2024-01-05", "2024-12-31"],
  ],
  [
    ["20240131", "20240201.0"],
    ["2024-01-31", "2024-02-01"],
  ],
  [
    ["31/12/2023", "03/04/2024"],
    ["2023-12-31", "2024-04-03"],
  ],
  [
    ["12/31/2023", "03/04/2024"],
    ["2023-12-31", "2024-03-04"],
  ],
  [
    ["5.6.2024", "31.12.2024 9:05"],
    ["2024-06-05", "2024-12-31T09:05"],
  ],
  [
    ["01/01/2024", "02-02-2024"],
    ["2024-01-01", "2024-02-02"],
  ],
  [
    ["Jan 5, 2023", "February 12th, 2024"],
    ["2023-01-05", "2024-02-12"],
  ],
  [
    ["12. Februar 2024", "3 mai 2024", "4 de enero de 2024"],
    ["2024-02-12", "2024-05-03", "2024-01-04"],
  ],
  [["Thu, 05 Jan 2023 10:00:00 GMT"], ["2023-01-05T10:00:00Z"]],
  [
    ["1/15/2023 10:30 PM", "1/6/2023 12:15 a.m."],
    ["2023-01-15T22:30", "2023-01-06T00:15"],
  ],
  [["31.12.2024 23:59:59,25 +0100"], ["2024-12-31T23:59:59.25+0100"]],
  [
    ["2024-01-31 09:30:00+00", "31/01/2024 09:30-05"],
    ["2024-01-31 09:30:00+00", "2024-01-31T09:30-05"],
  ],
  [
    [
      "Mittwoch, 31. Januar 2024",
      "qua 31/01/2024",
      "segunda-feira, 29 de janeiro de 2024",
      "Wed. 2024-01-31",
    ],
    ["2024-01-31", "2024-01-31", "2024-01-29", "2024-01-31"],
  ],
])("%j become %j", (texts, expected) => {
  expect(isoOf(texts)).toEqual(expected);
});

test("says how the order of day and month was inferred, if it was", () => {
  expect(toIsoDates(["31/12/2023", "03/04/2024"])).toMatchObject({ first: "day" });
  expect(toIsoDates(["12/31/2023", "03/04/2024"])).toMatchObject({ first: "month" });
  expect(toIsoDates(["2023-12-31", "01/01/2024"])).toMatchObject({ first: undefined });
});

test.each<[string[], string]>([
  [
    ["01/01/2024", "03/04/2024"],
    'Whether the day or the month comes first in "03/04/2024" cannot be told: neither is above 12 in any row. Write the dates as 2024-01-31 first.',
  ],
  [["31/12/2023", "12/31/2023"], 'The day comes first in "31/12/2023", and the month in "12/31/2023".'],
  [["31/12/24"], '"31/12/24" has no year of four digits.'],
  [["2024-05"], '"2024-05" is a date without a day'],
  [["Q1 2024"], '"Q1 2024" is a date without a day'],
  [["2024-01-31", "2024-02-30"], '"2024-02-30" is not a date of the calendar.'],
  [["31/02/2024"], '"31/02/2024" is not a date of the calendar.'],
  [["31/12/2024", "tomorrow"], '"tomorrow" is not a date.'],
  [["before 2024-01-31"], '"before 2024-01-31" is not a date.'],
  [["31/12/2024", "not 30/12/2024"], '"not 30/12/2024" is not a date.'],
  [["31/12/2024 13:00 AM"], '"31/12/2024 13:00 AM" has an hour above 12 with AM.'],
  [["31/12/2024 14:30 p.m."], '"31/12/2024 14:30 p.m." has an hour above 12 with p.m.'],
  [
    ["2024-01-31 10:00+00", "2024-01-31 10:00"],
    "Some of its times have an offset from UTC, and others have none.",
  ],
  [
    ["2024-01-31T10:00Z", "2024-01-31T10:00"],
    "Some of its times have an offset from UTC, and others have none.",
  ],
])("%j are refused", (texts, problem) => {
  expect(toIsoDates(texts)).toContain(problem);
});

test("dates in the forms of many languages are converted to the day that they were written for", () => {
  const languages = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "nl-NL"];
  const styles = ["short", "medium", "long", "full"] as const;
  const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => new Date(days * 86_400_000));
  fc.assert(
    fc.property(
      fc.constantFrom(...languages),
      fc.constantFrom(...styles),
      fc.array(day, { minLength: 1, maxLength: 20 }),
      (language, style, days) => {
        const format = new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: "UTC" });
        const byText = new Map(days.map((each) => [format.format(each), each.toISOString().slice(0, 10)]));
        const texts = [...byText.keys()];
        const found = toIsoDates(texts);

        // What is converted is right; what is in doubt is not converted.
        if (typeof found !== "string")
          expect(Object.fromEntries(found.byText)).toEqual(Object.fromEntries(byText));
        else expect(found).not.toBe("");
      },
    ),
    { seed: 17, numRuns: 500 },
  );
});

test("whatever is converted looked like a date before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[\d./: TZ-]{1,12}$/), { minLength: 1, maxLength: 3 }),
      (given) => {
        const texts = [...new Set(given.map((text) => text.trim()))].filter((text) => text !== "");
        const found = toIsoDates(texts);
        if (typeof found !== "string")
          expect(texts.filter((text) => !isDate(text) && !/^\d{8}/.test(text))).toEqual([]);
      },
    ),
    { seed: 18, numRuns: 2000 },
  );
});
