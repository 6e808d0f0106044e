import { classConfusionTable } from "./charts/class-confusion.js";
import { classRocChart } from "./charts/class-roc.js";
import { type MatrixFigures, matrixFigures } from "./class-figures.js";
import { formatCount, formatPercent } from "./format.js";
import { type Html, markup } from "./html.js";
import { htmlPage } from "./html-page.js";
import type { MultiClassEvaluation } from "./multi-class-evaluation.js";
import { classCards } from "./sections/class-cards.js";
import { classCoefficientsSection } from "./sections/class-coefficients.js";
import { classTable } from "./sections/class-table.js";
import { classVerdict } from "./sections/class-verdict.js";
import { confusionsTable } from "./sections/confusions.js";
import { columnTables } from "./sections/data-summary.js";
import { absent, figure } from "./sections/figure.js";
import { importancesSection } from "./sections/importances.js";
import { notesSection, parametersSection } from "./sections/remarks.js";
import { textTableStyle } from "./style.js";
import { taskStyle } from "./task-style.js";
import { capitalised } from "./wording.js";

/**
 * A page about the quality of a classifier of three or more classes, as `evaluationPage` is of two: one self-contained HTML file without
 * a script, for a phone, a desktop and paper. The same input gives the same bytes.
 *
 * @param evaluation figures and names; all texts are escaped, and what is NaN or null is shown as a dash
 * @returns the whole HTML document
 */
export function multiClassEvaluationPage(evaluation: MultiClassEvaluation): string {
  const { classes, confusionMatrix, curves } = evaluation;
  const figures = matrixFigures(confusionMatrix, classes);
  return htmlPage(evaluation, {
    styles: [textTableStyle, taskStyle],
    verdict: classVerdict(evaluation, figures),
    body: markup`<section>
<h2>Key figures</h2>
${classCards(evaluation, figures)}
</section>
<section>
<h2>Which classes it confuses</h2>
${figure(
  "Confusion matrix",
  "How many rows of each class were predicted as each, and the share of the row: of those who truly belong to the class. Blue is right, orange is wrong.",
  figures.rows > 0 ? classConfusionTable(confusionMatrix, classes) : absent("The test set is empty."),
)}
${confusionsTable(confusionMatrix, classes)}
</section>
<section>
<h2>Class by class</h2>
<div class="figures single">
${figure(
  "ROC curves",
  "One class against all others, for every threshold of its probability. The nearer to the top left corner, the better; the number is the area under the curve (AUC), 0.5 on the dashed line of guessing.",
  curves.length > 0 ? classRocChart(curves) : absent("There is no curve: the test set holds one class only."),
)}
</div>
${classTable(evaluation, figures)}
</section>
${classCoefficientsSection(evaluation)}
${importancesSection(evaluation.importances)}
${dataSection(evaluation, figures)}
${parametersSection(evaluation)}
${notesSection(evaluation)}`,
  });
}

function dataSection({ data, classes, unit }: MultiClassEvaluation, figures: MatrixFigures): Html {
  const trainRows = data.trainRows.reduce((sum, rows) => sum + rows, 0);
  const cells = (rows: number, of: number) =>
    markup`<td>${formatCount(rows)}</td><td>${formatPercent(rows / of)}</td>`;
  const rows = classes.map((label, i) => {
    const test = figures.classes[i]?.support ?? 0;
    return markup`<tr><th scope="row">${label}</th>${cells(data.trainRows[i] ?? 0, trainRows)}${cells(test, figures.rows)}</tr>\n`;
  });
  return markup`<section>
<h2>The data</h2>
<div class="panel">
<table class="numbers">
<caption>${capitalised(unit.plural)} by set and class</caption>
<thead><tr><th scope="col">Class</th><th scope="col">Training</th><th scope="col">Share</th><th scope="col">Test</th><th scope="col">Share</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot><tr><th scope="row">All</th><td>${formatCount(trainRows)}</td><td></td><td>${formatCount(figures.rows)}</td><td></td></tr></tfoot>
</table>
</div>
${columnTables(data)}
</section>`;
}
