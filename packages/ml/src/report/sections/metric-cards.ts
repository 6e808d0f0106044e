import type { Evaluation } from "../evaluation.js";
import { formatCount, formatDecimal, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import { classOf, countOf, inQuotes } from "../wording.js";
import { numberCard, percentCard } from "./card.js";

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
