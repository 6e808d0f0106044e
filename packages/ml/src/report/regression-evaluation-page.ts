import { formatCount, formatDecimal, formatPercent, formatStatistic } from "./format.js";
import { type Html, markup } from "./html.js";
import { htmlPage } from "./html-page.js";
import type { RegressionEvaluation, TargetSummary } from "./regression-evaluation.js";
import { columnTables } from "./sections/data-summary.js";
import { importancesSection } from "./sections/importances.js";
import { linearCoefficientsSection } from "./sections/linear-coefficients.js";
import { regressionCards } from "./sections/regression-cards.js";
import { regressionFigures } from "./sections/regression-figures.js";
import { notesSection, parametersSection } from "./sections/remarks.js";
import { textTableStyle } from "./style.js";
import { taskStyle } from "./task-style.js";
import { capitalised, countOf, inUnit } from "./wording.js";

/**
 * A page about the quality of a model of a number, as `evaluationPage` is of two classes: one self-contained HTML file without a script, for
 * a phone, a desktop and paper. The same input gives the same bytes. A million rows give a page as small as a thousand.
 *
 * @param evaluation figures and names; all texts are escaped, and what is NaN or null is shown as a dash
 * @returns the whole HTML document
 */
export function regressionEvaluationPage(evaluation: RegressionEvaluation): string {
  return htmlPage(evaluation, {
    styles: [textTableStyle, taskStyle],
    verdict: regressionVerdict(evaluation),
    body: markup`<section>
<h2>Key figures</h2>
${regressionCards(evaluation)}
</section>
<section>
<h2>Where it errs</h2>
${regressionFigures(evaluation)}
</section>
${linearCoefficientsSection(evaluation)}
${importancesSection(evaluation.importances)}
${dataSection(evaluation)}
${parametersSection(evaluation)}
${notesSection(evaluation)}`,
  });
}

/** The result in words, with the baseline to compare it with. */
function regressionVerdict({ metrics, baseline, unit, target, predictions }: RegressionEvaluation): Html {
  const rows = predictions.actual.length;
  if (rows === 0)
    return markup`<p class="verdict">The test set is empty: there is nothing to judge the model by.</p>`;
  const error = metrics.meanAbsoluteError.value;
  const gain = 1 - error / baseline.meanAbsoluteError;
  const compared = Number.isFinite(gain)
    ? ` The model's errors are ${formatPercent(Math.abs(gain))} ${gain >= 0 ? "smaller" : "larger"}.`
    : "";
  const explained = explainedSentence(metrics.r2.value, target.name);
  return markup`<p class="verdict">For ${countOf(rows, unit)} in the test set, the predicted ${target.name} is off by <strong>${inUnit(formatStatistic(error), target.unit)} on average</strong>, and for half of them by at most ${inUnit(formatStatistic(metrics.medianAbsoluteError.value), target.unit)}.</p>
<p>${explained}For comparison, the baseline: always predicting ${baseline.name}, ${inUnit(formatStatistic(baseline.value), target.unit)}, is off by ${inUnit(formatStatistic(baseline.meanAbsoluteError), target.unit)} on average.${compared}</p>`;
}

function explainedSentence(r2: number, target: string): string {
  if (Number.isNaN(r2)) return "";
  return r2 >= 0
    ? `It explains ${formatPercent(r2)} of the variance of ${target} (R²). `
    : `It is worse than the mean of the test rows (R² ${formatDecimal(r2, 3)}). `;
}

function dataSection({ data, unit, target }: RegressionEvaluation): Html {
  const heading = target.unit === undefined ? target.name : `${target.name} (${target.unit})`;
  return markup`<section>
<h2>The data</h2>
<div class="panel">
<table class="numbers columns">
<caption>Rows by set, and their ${heading}</caption>
<thead><tr><th scope="col">Set</th><th scope="col">${capitalised(unit.plural)}</th><th scope="col">Mean</th><th scope="col">Std</th><th scope="col">Min</th><th scope="col">Max</th></tr></thead>
<tbody>
${setRow("Training", data.train)}
${setRow("Test", data.test)}
</tbody>
</table>
</div>
${columnTables(data)}
</section>`;
}

function setRow(name: string, { rows, mean, std, min, max }: TargetSummary): Html {
  const cells = [mean, std, min, max].map((value) => markup`<td>${formatStatistic(value)}</td>`);
  return markup`<tr><th scope="row">${name}</th><td>${formatCount(rows)}</td>${cells}</tr>`;
}
