import type { Estimate, Evaluation } from "../evaluation.js";
import {
  formatCount,
  formatDecimal,
  formatInterval,
  formatPercent,
  formatPercentInterval,
} from "../format.js";
import { type Html, markup } from "../html.js";
import { classOf, countOf, inQuotes } from "../wording.js";

/** One card a metric: its value, its interval, and its meaning in words. */
export function metricCards(evaluation: Evaluation): Html {
  const { metrics, confusionMatrix, unit, positiveLabel, negativeLabel } = evaluation;
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const positives = falseNegatives + truePositives;
  const negatives = trueNegatives + falsePositives;
  const rows = positives + negatives;
  const share = positives / rows;
  const of = (part: number, whole: number) => `${formatCount(part)} of the ${formatCount(whole)}`;
  return markup`<div class="cards">
${percentCard("Accuracy", "", metrics.accuracy, `${formatCount(trueNegatives + truePositives)} of ${countOf(rows, unit)} were classified correctly.`)}
${percentCard("Sensitivity", "recall", metrics.recall, `${of(truePositives, positives)} ${classOf(positiveLabel, positives, unit)} were recognised.`)}
${percentCard("Specificity", "", metrics.specificity, `${of(trueNegatives, negatives)} ${classOf(negativeLabel, negatives, unit)} were recognised.`)}
${percentCard("Precision", "PPV", metrics.precision, `${of(truePositives, truePositives + falsePositives)} predicted ${inQuotes(positiveLabel)} truly were.`)}
${percentCard("NPV", "negative predictive value", metrics.negativePredictiveValue, `${of(trueNegatives, trueNegatives + falseNegatives)} predicted ${inQuotes(negativeLabel)} truly were.`)}
${numberCard("F1 score", "", metrics.f1, "Sensitivity and precision in one number; 1 is perfect, 0 the worst.")}
${numberCard("AUC", "area under the curve", metrics.auc, `How often a ${inQuotes(positiveLabel)} case gets the higher probability of a random pair; 0.5 is guessing.`)}
${numberCard("Brier score", "", metrics.brierScore, `Error of the probabilities; 0 is perfect.${rows > 0 ? ` Giving everyone ${formatPercent(share)} would score ${formatDecimal(share * (1 - share), 3)}.` : ""}`)}
</div>`;
}

function percentCard(name: string, alias: string, estimate: Estimate, explanation: string): Html {
  return card(name, alias, estimate, formatPercent, formatPercentInterval(estimate.interval), explanation);
}

function numberCard(name: string, alias: string, estimate: Estimate, explanation: string): Html {
  const format = (value: number) => formatDecimal(value, 3);
  return card(name, alias, estimate, format, formatInterval(estimate.interval, format), explanation);
}

function card(
  name: string,
  alias: string,
  { value, interval }: Estimate,
  format: (value: number) => string,
  range: string | undefined,
  explanation: string,
): Html {
  const withoutInterval = Number.isNaN(value) ? "not defined here" : "interval not given";
  return markup`<article class="card">
<h3>${name}${alias !== "" && markup` <span class="muted">${alias}</span>`}</h3>
<p class="figure">${format(value)}</p>
<p class="interval">${range === undefined ? withoutInterval : `95% CI ${range}`}</p>
${gauge({ value, interval: range === undefined ? undefined : interval })}
<p class="explanation">${explanation}</p>
</article>`;
}

/** The value and its interval on a line from 0 to 1; coordinates are percentages, so that it fits any card. */
function gauge({ value, interval }: Estimate): Html {
  return markup`<svg class="gauge" aria-hidden="true"><line class="track" x1="0" x2="100%" y1="50%" y2="50%"/>${
    interval !== undefined &&
    markup`<line class="range" x1="${percent(interval.lower)}%" x2="${percent(interval.upper)}%" y1="50%" y2="50%"/>`
  }${!Number.isNaN(value) && markup`<circle class="point" cx="${percent(value)}%" cy="50%" r="4.5"/>`}</svg>`;
}

function percent(share: number): number {
  return Number((Math.min(1, Math.max(0, share)) * 100).toFixed(2));
}
