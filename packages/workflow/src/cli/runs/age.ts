import { UsageError } from "../../definition/errors.js";

const units: Readonly<Record<string, number>> = { m: 60e3, h: 3600e3, d: 86_400e3, w: 604_800e3 };

/** Milliseconds of an age such as 30d, 12h or 4w. @throws {UsageError} for any other text */
export function ageOf(text: string): number {
  const [, number = "", unit = ""] = /^(\d+)([mhdw])$/.exec(text) ?? [];
  const milliseconds = units[unit];
  if (milliseconds !== undefined) return Number(number) * milliseconds;
  throw new UsageError(
    `--older ${text}: expected a number of minutes, hours, days or weeks, such as 90m, 12h, 30d or 4w.`,
  );
}
