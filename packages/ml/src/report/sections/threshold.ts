import type { Evaluation, Scores } from "../evaluation.js";
import { formatCount, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import { inQuotes } from "../wording.js";

/** The threshold that is compared with, where no other is chosen. */
const usual = 0.5;

/** How the threshold was chosen, and the errors of it and of the usual one on the test rows, with their cost. */
export function thresholdSection(evaluation: Evaluation): Html | undefined {
  const { thresholdChoice: choice, scores, positiveLabel } = evaluation;
  if (choice === undefined) return undefined;
  const thresholds = scores.threshold === usual ? [usual] : [scores.threshold, usual];
  const rows = thresholds.map((threshold, i) => {
    const { falsePositives, falseNegatives } = errorsAt(scores, threshold);
    const { cost } = choice;
    const total = cost && falsePositives * cost.falsePositive + falseNegatives * cost.falseNegative;
    return markup`<tr><th scope="row">${formatStatistic(threshold)}${i === 0 ? " (used)" : " (usual)"}</th><td>${formatCount(falsePositives)}</td><td>${formatCount(falseNegatives)}</td>${total !== undefined && markup`<td>${formatStatistic(total)}</td>`}</tr>\n`;
  });
  const costs =
    choice.cost &&
    `A false positive costs ${formatStatistic(choice.cost.falsePositive)}, a false negative ${formatStatistic(choice.cost.falseNegative)}.`;
  return markup`<section>
<h2>The threshold</h2>
<p>A row is predicted ${inQuotes(positiveLabel)} if its probability is at least ${formatStatistic(scores.threshold)}: ${choice.chosen}. False positives are predicted ${inQuotes(positiveLabel)} but are not, false negatives are ${inQuotes(positiveLabel)} but were missed. ${costs}</p>
<div class="panel">
<table class="numbers">
<caption>Errors on the test rows</caption>
<thead><tr><th scope="col">Threshold</th><th scope="col">False positives</th><th scope="col">False negatives</th>${choice.cost !== undefined && markup`<th scope="col">Cost</th>`}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
</section>
`;
}

function errorsAt({ probabilities, positive }: Scores, threshold: number) {
  let falsePositives = 0;
  let falseNegatives = 0;
  for (let row = 0; row < probabilities.length; row++) {
    const isPredicted = (probabilities[row] ?? Number.NaN) >= threshold;
    if (isPredicted && !positive[row]) falsePositives++;
    else if (!isPredicted && positive[row]) falseNegatives++;
  }
  return { falsePositives, falseNegatives };
}
