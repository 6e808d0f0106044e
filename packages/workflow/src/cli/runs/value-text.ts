import { printable } from "@tiphys/argo-lint/text";
import type { JsonValue } from "../../definition/json-value.js";
import type { RunMetric } from "../../history/run-summary.js";

/** A parameter's value on one line: texts as they are, everything else as JSON. */
export function settingText(value: JsonValue): string {
  return printable(typeof value === "string" ? value : JSON.stringify(value));
}

/** A number with four decimals, or four significant digits below 0.001 and from 100,000; whole numbers as they are. */
export function roundedNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const size = Math.abs(value);
  return size < 0.001 || size >= 1e5 ? value.toPrecision(4) : value.toFixed(4);
}

/** A metric with its confidence interval: `0.8147 (0.7447–0.8847)`. */
export function metricWithInterval({ value, interval }: RunMetric): string {
  const range =
    interval === undefined ? "" : ` (${roundedNumber(interval.low)}–${roundedNumber(interval.high)})`;
  return roundedNumber(value) + range;
}

/** A time in this machine's time zone: `2026-11-30 07:12`. The text itself if it is no time. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return printable(iso);
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${date} ${two(time.getHours())}:${two(time.getMinutes())}`;
}
