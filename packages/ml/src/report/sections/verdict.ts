import type { Evaluation } from "../evaluation.js";
import { formatCount, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import { classOf, countOf, inQuotes } from "../wording.js";

/** The result in words: first for a reader with ten seconds, then with a baseline to compare it with. */
export function verdict({ confusionMatrix, unit, positiveLabel, negativeLabel }: Evaluation): Html {
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
<p>It recognised ${formatCount(truePositives)} of ${formatCount(positives)} ${classOf(positiveLabel, positives, unit)} and ${formatCount(trueNegatives)} of ${formatCount(negatives)} ${classOf(negativeLabel, negatives, unit)}. For comparison: always answering ${inQuotes(commonLabel)} would have got ${formatCount(commonRows)} right (${formatPercent(commonRows / rows)}).</p>`;
}
