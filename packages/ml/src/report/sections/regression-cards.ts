import type { Estimate } from "../estimate.js";
import { formatPercent, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import type { RegressionEvaluation } from "../regression-evaluation.js";
import { inUnit } from "../wording.js";
import { figureCard, numberCard } from "./card.js";

/** One card a metric: its value, its interval, and its meaning in words. */
export function regressionCards({ metrics, baseline, target }: RegressionEvaluation): Html {
  const format = (value: number) => formatStatistic(value);
  const error = (name: string, alias: string, estimate: Estimate, explanation: string) =>
    figureCard(name, alias, estimate, {
      format,
      explanation: `${explanation} ${unitSentence(target.unit)}`.trim(),
    });
  const { r2, rootMeanSquaredError, meanAbsoluteError, medianAbsoluteError } = metrics;
  const percentage = metrics.meanAbsolutePercentageError;
  return markup`<div class="cards three">
${numberCard("R²", "", r2, "Share of the target's variance that the model explains: 1 is perfect, 0 is as good as the mean of the test rows, below 0 is worse.")}
${error("RMSE", "root mean squared error", rootMeanSquaredError, `Square root of the mean squared error; large errors weigh more. ${comparison(rootMeanSquaredError.value, baseline.rootMeanSquaredError)}`)}
${error("MAE", "mean absolute error", meanAbsoluteError, `How far off a prediction is on average. ${comparison(meanAbsoluteError.value, baseline.meanAbsoluteError)}`)}
${error("Median absolute error", "", medianAbsoluteError, "Half of the predictions are at most this far off.")}
${percentage !== undefined && figureCard("MAPE", "mean absolute percentage error", percentage, { format: formatPercent, explanation: "How far off a prediction is on average, as a share of the actual value; values near 0 make it large." })}
${figureCard("Baseline", "RMSE", { value: baseline.rootMeanSquaredError }, { format, withoutInterval: "on the same test rows", explanation: `Always predicting ${baseline.name}, ${inUnit(formatStatistic(baseline.value), target.unit)}. Its MAE is ${formatStatistic(baseline.meanAbsoluteError)}.` })}
</div>`;
}

function unitSentence(unit: string | undefined): string {
  return unit === undefined ? "" : `In ${unit}.`;
}

/** "34.0% less than the baseline's 18.6." */
function comparison(value: number, baseline: number): string {
  const change = value / baseline - 1;
  if (!Number.isFinite(change)) return "";
  const size = formatPercent(Math.abs(change));
  return `${size} ${change <= 0 ? "less" : "more"} than the baseline's ${formatStatistic(baseline)}.`;
}
