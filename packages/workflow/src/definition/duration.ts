import { DefinitionError } from "./errors.js";

/** A length of time in Argo's notation: "30s", "5m", "2h", "1d". */
export type Duration = `${number}${"s" | "m" | "h" | "d"}`;

const unitSeconds: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86400 };

/**
 * The length of a duration in seconds.
 * @throws {DefinitionError} if it is negative, not a number or has another unit
 */
export function durationSeconds(duration: Duration): number {
  const match = /^(\d+(?:\.\d+)?)([smhd])$/.exec(duration);
  const unit = unitSeconds[match?.[2] ?? ""];
  if (match === null || unit === undefined) {
    throw new DefinitionError(
      `"${duration}" is not a duration. Expected a number and a unit, such as "30s", "5m" or "2h".`,
    );
  }
  return Number(match[1]) * unit;
}

/** The delay of a timer for a duration, in milliseconds. Above 24 days (2³¹ ms) a timer would fire at once. */
export function timerDelay(duration: Duration): number {
  return Math.min(Math.round(durationSeconds(duration) * 1000), 2 ** 31 - 1);
}
