import type { JsonValue } from "../definition/json-value.js";

/** A metric with four decimals; whole numbers as they are, and very large or small ones with four digits. */
export function shownNumber(value: number): string {
  if (Number.isInteger(value)) return withMinus(String(value));
  const size = Math.abs(value);
  return withMinus(size >= 10_000 || size < 0.001 ? value.toPrecision(4) : value.toFixed(4));
}

/** A difference, with its sign. */
export function differenceText(value: number): string {
  return value > 0 ? `+${shownNumber(value)}` : shownNumber(value);
}

/** "p = 0.51", "p < 0.001". */
export function pValueText(pValue: number): string {
  return pValue < 0.001 ? "p < 0.001" : `p = ${pValue.toFixed(pValue < 0.1 ? 3 : 2)}`;
}

/** "0.4 s", "48 s", "3 min 20 s", "2 h 5 min". */
export function shownDuration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** "2026-11-30 07:05", in UTC. */
export function timeText(iso: string): string {
  return iso.slice(0, 16).replace("T", " ");
}

export function shownParameter(value: JsonValue | undefined): string {
  if (value === undefined) return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A minus sign, which is as wide as a plus sign. */
function withMinus(text: string): string {
  return text.replace("-", "−");
}
