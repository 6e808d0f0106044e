import type { ClassBaseline, Evaluation } from "../evaluation.js";
import { formatCount, formatDecimal, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import { classOf, countOf, inQuotes } from "../wording.js";

/** The result in words: first for a reader with ten seconds, then with a baseline to compare it with. */
export function verdict(evaluation: Evaluation): Html {
  const { confusionMatrix, unit, positiveLabel, negativeLabel } = evaluation;
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const positives = falseNegatives + truePositives;
  const negatives = trueNegatives + falsePositives;
  const rows = positives + negatives;
  if (rows === 0)
    return markup`<p class="verdict">The test set is empty: there is nothing to judge the model by.</p>`;

  const right = trueNegatives + truePositives;
  const commonLabel = positives > negatives ? positiveLabel : negativeLabel;
  const commonRows = Math.max(positives, negatives);
  return markup`<p class="verdict">Of ${countOf(rows, unit)} in the test set, the model got <strong>${formatCount(right)} right (${formatPercent(right / rows)})</strong>.</p>
<p>It recognised ${formatCount(truePositives)} of ${formatCount(positives)} ${classOf(positiveLabel, positives, unit)} and ${formatCount(trueNegatives)} of ${formatCount(negatives)} ${classOf(negativeLabel, negatives, unit)}. For comparison: always answering ${inQuotes(commonLabel)} would have got ${formatCount(commonRows)} right (${formatPercent(commonRows / rows)}).</p>${baselineSentence(evaluation.baseline)}`;
}

function baselineSentence(baseline: ClassBaseline | undefined): Html | undefined {
  if (baseline === undefined) return undefined;
  const { label, accuracy, logLoss } = baseline;
  const loss = Number.isNaN(logLoss)
    ? ""
    : `; giving every row the training rows' shares of the classes has a log loss of ${formatDecimal(logLoss, 3)}`;
  return markup`
<p>The baseline, always answering ${inQuotes(label)}, the most frequent class of the training rows, is right for ${formatPercent(accuracy)} of the test rows${loss}.</p>`;
}
