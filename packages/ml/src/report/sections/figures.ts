import { calibrationChart, drawableBins } from "../charts/calibration.js";
import { confusionTable } from "../charts/confusion.js";
import { scoreHistogram } from "../charts/histogram.js";
import { precisionRecallChart } from "../charts/precision-recall.js";
import { hasRocCurve, rocChart } from "../charts/roc.js";
import type { CalibrationBin, Evaluation } from "../evaluation.js";
import { formatCount, formatPercent, formatPercentInterval, undefinedFigure } from "../format.js";
import { type Html, markup } from "../html.js";
import { inQuotes } from "../wording.js";
import { absent, figure } from "./figure.js";

/** The four charts, each with a sentence on how to read it. */
export function figures(evaluation: Evaluation): Html {
  const { positiveLabel, roc, scores, calibration } = evaluation;
  return markup`<div class="figures">
${figure(
  "Confusion matrix",
  "Percentages are shares of the row: of those who truly belong to the class. Blue is right, orange is wrong.",
  confusionTable(evaluation),
)}
${figure(
  "ROC curve",
  `Lowering the threshold finds more ${inQuotes(positiveLabel)} cases and raises more false alarms; the curve shows that trade. The nearer to the top left corner, the better.`,
  hasRocCurve(roc) ? rocChart(evaluation) : absent("There is no curve: the test set holds one class only."),
)}
${figure(
  "Predicted probabilities",
  "The further apart the two groups lie, the better the model tells them apart. What reaches the threshold is predicted " +
    `${inQuotes(positiveLabel)}.`,
  scores.probabilities.length > 0
    ? scoreHistogram(evaluation)
    : absent("There are no predicted probabilities."),
)}
${figure(
  "Calibration",
  "Can the probabilities be taken at their word? On the dashed diagonal, of those given 30% just 30% are " +
    `${inQuotes(positiveLabel)}. Lines are 95% confidence intervals; grey bars show how many each point stands for.`,
  drawableBins(calibration).length > 0
    ? markup`${calibrationChart(calibration, positiveLabel)}${calibrationTable(calibration)}`
    : absent("There are no bins to draw."),
)}${precisionRecallFigure(evaluation)}
</div>`;
}

function precisionRecallFigure({
  precisionRecall,
  positiveLabel,
  confusionMatrix,
}: Evaluation): Html | undefined {
  if (precisionRecall === undefined) return undefined;
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const positives = falseNegatives + truePositives;
  const share = positives / (positives + trueNegatives + falsePositives);
  return markup`
${figure(
  "Precision and recall",
  `How many of those predicted ${inQuotes(positiveLabel)} truly are (precision), by how many of the ${inQuotes(positiveLabel)} cases are found (recall), for every threshold. The average precision is the area below; guessing has the share of ${inQuotes(positiveLabel)} cases, ${formatPercent(share)}.`,
  precisionRecall.recall.length > 1
    ? precisionRecallChart(precisionRecall, share)
    : absent("There is no curve: the test set holds one class only."),
)}`;
}

function calibrationTable(calibration: readonly CalibrationBin[]): Html {
  const rows = drawableBins(calibration).map(
    ({ meanPredicted, observedShare, count, interval }) =>
      markup`<tr><th scope="row">${formatPercent(meanPredicted)}</th><td>${formatPercent(observedShare)}</td><td>${formatPercentInterval(interval, 0) ?? undefinedFigure}</td><td>${formatCount(count)}</td></tr>\n`,
  );
  return markup`<details><summary>The numbers behind this chart</summary>
<table class="numbers">
<caption class="visually-hidden">Calibration by bin of predicted probability</caption>
<thead><tr><th scope="col">Predicted</th><th scope="col">Observed</th><th scope="col">95% CI</th><th scope="col">Count</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</details>`;
}
