import { printable } from "@tiphys/argo-lint/text";
import type { PairComparison } from "../../comparison/compare-runs.js";
import type { Difference } from "../../definition/comparison.js";
import { roundedNumber } from "./value-text.js";

/** What the project's comparison found of each pair of runs. */
export function differenceLines(pairs: readonly PairComparison[]): string[] {
  return pairs.flatMap((pair) => {
    const title = `${printable(pair.run)} against ${printable(pair.against)}:`;
    if ("reason" in pair) return [`${title} not compared, ${printable(pair.reason)}`];
    return [title, ...pair.differences.map((each) => `  ${differenceText(each)}`)];
  });
}

/** `AUC +0.0123 (95 % confidence interval -0.0100 to 0.0346, p = 0.2800, DeLong's paired test)`. */
function differenceText({ name, difference, interval, pValue, test }: Difference): string {
  const sign = difference > 0 ? "+" : "";
  const details = [
    ...(interval === undefined
      ? []
      : [
          `${roundedNumber(interval.confidence * 100)} % confidence interval ${roundedNumber(interval.lower)} to ${roundedNumber(interval.upper)}`,
        ]),
    ...(pValue === undefined ? [] : [`p = ${roundedNumber(pValue)}`]),
    printable(test),
  ];
  return `${printable(name)} ${sign}${roundedNumber(difference)} (${details.join(", ")})`;
}
