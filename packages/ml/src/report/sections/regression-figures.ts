import { typicalRange, withMargin } from "../../typical-range.js";
import { decileChart } from "../charts/decile-errors.js";
import { residualHistogram } from "../charts/residual-histogram.js";
import { scatterChart } from "../charts/scatter.js";
import { errorDeciles } from "../error-deciles.js";
import { formatCount, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import type { RegressionEvaluation } from "../regression-evaluation.js";
import { shortened } from "../wording.js";
import { absent, figure } from "./figure.js";

/** The four charts of predictions and errors, each with a sentence on how to read it. */
export function regressionFigures(evaluation: RegressionEvaluation): Html {
  const { predictions, target, unit, metrics } = evaluation;
  const { actual, predicted } = predictions;
  if (actual.length === 0) return absent("The test set is empty: there are no predictions to draw.");
  const residuals = Float64Array.from(actual, (value, row) => value - (predicted[row] ?? 0));
  const name = shortened(target.unit === undefined ? target.name : `${target.name} (${target.unit})`, 34);
  const both = withMargin(typicalRange(actual, predicted));
  const across = withMargin(typicalRange(predicted));
  const around = withMargin(typicalRange(residuals, [0]));
  const residualTitle = shortened(`Residual${target.unit === undefined ? "" : ` (${target.unit})`}`, 40);
  const deciles = errorDeciles(predictions);
  return markup`<div class="figures">
${figure(
  "Predicted and actual values",
  "On the dashed line both are equal: above it the model predicts too little, below it too much.",
  scatterChart({
    id: "predicted-actual",
    title: "Actual against predicted values",
    description: `Actual against predicted ${target.name} of ${formatCount(actual.length)} rows.`,
    x: predicted,
    y: actual,
    xRange: both,
    yRange: both,
    xTitle: `Predicted ${name}`,
    yTitle: `Actual ${name}`,
    reference: [
      [both[0], both[0]],
      [both[1], both[1]],
    ],
  }),
)}
${figure(
  "Residuals",
  "A residual is the actual value less the predicted one. A curve, or a funnel, is something that the model misses.",
  scatterChart({
    id: "residuals",
    title: "Residuals against predicted values",
    description: `Residual against predicted ${target.name} of ${formatCount(actual.length)} rows.`,
    x: predicted,
    y: residuals,
    xRange: across,
    yRange: around,
    xTitle: `Predicted ${name}`,
    yTitle: residualTitle,
    reference: [
      [across[0], 0],
      [across[1], 0],
    ],
  }),
)}
${figure(
  "How large the errors are",
  "Number of rows by residual. Right of the dashed line, at 0, the model predicted too little, left of it too much.",
  residualHistogram(residuals, around, { unit, xTitle: residualTitle }),
)}
${figure(
  "Error by decile of the prediction",
  "The test rows in ten parts by their prediction, and the mean absolute error of each. The dashed line is that of all rows.",
  markup`${decileChart(deciles, {
    overall: metrics.meanAbsoluteError.value,
    yTitle: shortened(`Mean absolute error${target.unit === undefined ? "" : ` (${target.unit})`}`, 40),
  })}${decileTable(deciles)}`,
)}
</div>`;
}

function decileTable(deciles: ReturnType<typeof errorDeciles>): Html {
  const rows = deciles.map(
    (decile, i) =>
      markup`<tr><th scope="row">${i + 1}</th><td>${formatStatistic(decile.from)} to ${formatStatistic(decile.to)}</td><td class="wide-only">${formatStatistic(decile.meanPredicted)}</td><td class="wide-only">${formatStatistic(decile.meanActual)}</td><td>${formatStatistic(decile.meanAbsoluteError)}</td><td>${formatCount(decile.rows)}</td></tr>\n`,
  );
  return markup`<details><summary>The numbers behind this chart</summary>
<table class="numbers deciles">
<caption class="visually-hidden">Errors by decile of the prediction</caption>
<thead><tr><th scope="col">Part</th><th scope="col">Predictions</th><th scope="col" class="wide-only">Mean</th><th scope="col" class="wide-only">Actual mean</th><th scope="col">MAE</th><th scope="col">Rows</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</details>`;
}
