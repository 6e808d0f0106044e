import type { Interval } from "../metrics/interval.js";

/** Shown for an undefined figure. */
export const undefinedFigure = "–";

const minus = "−";

/** A whole number with commas between thousands. */
export function formatCount(count: number): string {
  return formatDecimal(count, 0);
}

/** A count in few characters, for an axis: from 100,000 on in thousands or millions. */
export function formatShortCount(count: number): string {
  if (count < 100_000) return formatCount(count);
  return count < 1_000_000 ? `${formatCount(count / 1000)}k` : `${formatStatistic(count / 1_000_000)}M`;
}

/** A number of any size in few characters, for an axis. */
export function formatShortNumber(value: number): string {
  const size = Math.abs(value);
  if (size < 10_000 || size >= 1e9) return formatStatistic(value);
  return size < 1_000_000 ? `${formatStatistic(value / 1000)}k` : `${formatStatistic(value / 1_000_000)}M`;
}

/** A number with this many decimals. */
export function formatDecimal(value: number, digits: number): string {
  if (Number.isNaN(value)) return undefinedFigure;
  if (!Number.isFinite(value)) return value > 0 ? "∞" : `${minus}∞`;
  if (Math.abs(value) >= 1e21) return formatScientific(value); // from here on toFixed writes an exponent
  const [whole = "", fraction] = Math.abs(value).toFixed(digits).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const figure = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(figure) ? minus + figure : figure;
}

/** A share from 0 to 1 in percent. */
export function formatPercent(share: number, digits = 1): string {
  return Number.isNaN(share) ? undefinedFigure : `${formatDecimal(share * 100, digits)}%`;
}

/** A statistic in a column's own unit: four significant digits, without trailing zeros. */
export function formatStatistic(value: number): string {
  if (isExtreme(value)) return formatScientific(value);
  if (Number.isInteger(value)) return formatCount(value);
  const digitsBeforePoint = Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1);
  const figure = formatDecimal(value, Math.max(0, 4 - digitsBeforePoint));
  return figure.includes(".") ? figure.replace(/\.?0+$/, "") : figure;
}

/** A ratio around 1: about three significant digits. */
export function formatRatio(ratio: number): string {
  if (isExtreme(ratio)) return formatScientific(ratio);
  if (ratio >= 100) return formatDecimal(ratio, 0);
  if (ratio >= 10) return formatDecimal(ratio, 1);
  return formatDecimal(ratio, ratio < 0.1 ? 3 : 2);
}

/** "lower–upper"; undefined if the interval or one of its bounds is. */
export function formatInterval(
  interval: Interval | undefined,
  format: (bound: number) => string,
): string | undefined {
  if (interval === undefined || Number.isNaN(interval.lower) || Number.isNaN(interval.upper))
    return undefined;
  return `${format(interval.lower)}–${format(interval.upper)}`;
}

/** A range of shares with one percent sign, "68.0–81.5%"; undefined if the interval or one of its bounds is. */
export function formatPercentInterval(interval: Interval | undefined, digits = 1): string | undefined {
  const range = formatInterval(interval, (share) => formatDecimal(share * 100, digits));
  return range === undefined ? undefined : `${range}%`;
}

function isExtreme(value: number): boolean {
  const size = Math.abs(value);
  return size !== 0 && Number.isFinite(size) && (size >= 1e6 || size < 1e-3);
}

function formatScientific(value: number): string {
  const [mantissa = "", exponent = ""] = value.toExponential(1).split("e");
  const superscript = Array.from(exponent.replace("+", ""), (digit) => superscripts[digit] ?? digit).join("");
  return `${mantissa.replace("-", minus)}×10${superscript}`;
}

const superscripts: Record<string, string> = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};
