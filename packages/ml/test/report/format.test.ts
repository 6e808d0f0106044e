import { expect, test } from "vitest";
import {
  formatCount,
  formatDecimal,
  formatInterval,
  formatPercent,
  formatPercentInterval,
  formatRatio,
  formatShortCount,
  formatShortNumber,
  formatStatistic,
} from "../../src/report/format.js";

test.each([
  [0, "0"],
  [999, "999"],
  [1234, "1,234"],
  [1234567, "1,234,567"],
  [-1234, "−1,234"],
])("writes the count %d as %s", (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test.each([
  [0, "0"],
  [50_000, "50,000"],
  [300_000, "300k"],
  [1_000_000, "1M"],
  [2_500_000, "2.5M"],
  [2_000_000_000, "2,000M"],
])("writes the count %d on an axis as %s", (count, text) => {
  expect(formatShortCount(count)).toBe(text);
});

test.each([
  [0, "0"],
  [-2.5, "−2.5"],
  [1250, "1,250"],
  [12_500, "12.5k"],
  [-500_000, "−500k"],
  [1_000_000, "1M"],
  [2e9, "2.0×10⁹"],
  [0.1 + 0.2, "0.3"],
])("writes the number %d on an axis as %s", (value, text) => {
  expect(formatShortNumber(value)).toBe(text);
});

test.each([
  [0.7532467532467533, "75.3%"],
  [1, "100.0%"],
  [Number.NaN, "–"],
])("writes the share %d as %s", (share, text) => {
  expect(formatPercent(share)).toBe(text);
});

test.each([
  [-0.2478, "−0.248"],
  [-0.0001, "0.000"],
  [1234.5678, "1,234.568"],
  [Number.NaN, "–"],
  [1e21, "1.0×10²¹"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NEGATIVE_INFINITY, "−∞"],
])("writes %d with three decimals as %s", (value, text) => {
  expect(formatDecimal(value, 3)).toBe(text);
});

test.each([
  [120.85504885993485, "120.9"],
  [0.4691677524429967, "0.4692"],
  [0.078, "0.078"],
  [18.5, "18.5"],
  [200, "200"],
  [12345.678, "12,346"],
  [99.9999, "100"],
  [1234567890, "1.2×10⁹"],
  [-0.0000001, "−1.0×10⁻⁷"],
  [0, "0"],
  [Number.NaN, "–"],
])("writes the statistic %d as %s", (value, text) => {
  expect(formatStatistic(value)).toBe(text);
});

test.each([
  [2.918588, "2.92"],
  [0.7805, "0.78"],
  [0.04567, "0.046"],
  [12.34, "12.3"],
  [345.6, "346"],
  [5.184705528587072e21, "5.2×10²¹"],
  [0, "0.000"],
  [Number.POSITIVE_INFINITY, "∞"],
  [Number.NaN, "–"],
])("writes the ratio %d as %s", (ratio, text) => {
  expect(formatRatio(ratio)).toBe(text);
});

test("writes an interval with a dash between its bounds, and the percent sign once", () => {
  expect(formatInterval({ lower: 2.289, upper: 3.722, confidence: 0.95 }, formatRatio)).toBe("2.29–3.72");
  expect(formatPercentInterval({ lower: 0.6799, upper: 0.8147, confidence: 0.95 })).toBe("68.0–81.5%");
});

test("is undefined if the interval or a bound is", () => {
  expect(formatInterval(undefined, formatRatio)).toBeUndefined();
  expect(formatPercentInterval({ lower: Number.NaN, upper: 1, confidence: 0.95 })).toBeUndefined();
});
