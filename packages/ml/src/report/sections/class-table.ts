import type { MatrixFigures } from "../class-figures.js";
import type { Estimate } from "../estimate.js";
import {
  formatCount,
  formatDecimal,
  formatInterval,
  formatPercent,
  formatPercentInterval,
  undefinedFigure,
} from "../format.js";
import { type Html, markup } from "../html.js";
import type { MultiClassEvaluation } from "../multi-class-evaluation.js";

/** Precision, recall, F1 and AUC of each class with intervals, and the averages. */
export function classTable({ classes, curves }: MultiClassEvaluation, figures: MatrixFigures): Html {
  const rows = figures.classes.map(({ label, support, precision, recall, f1 }, i) => {
    const curve = curves.find((candidate) => candidate.label === classes[i]);
    const auc = curve === undefined ? { value: Number.NaN } : { value: curve.auc, interval: curve.interval };
    return markup`<tr><th scope="row">${label}</th><td>${formatCount(support)}</td>${shareCell(precision)}${shareCell(recall)}${numberCell(f1)}${numberCell(auc)}</tr>\n`;
  });
  return markup`<div class="panel">
<table class="numbers per-class">
<caption>Figures of each class</caption>
<thead><tr><th scope="col">Class</th><th scope="col">Rows</th><th scope="col">Precision</th><th scope="col">Recall</th><th scope="col">F1</th><th scope="col">AUC</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot>
${averageRow("Mean", figures.rows, figures.macro)}
${averageRow("Mean weighted by rows", figures.rows, figures.weighted)}
</tfoot>
</table>
<p class="legend-text">Precision: of the rows predicted as the class, the share that belongs to it. Recall: of the rows of the class, the share that was recognised. F1: both in one number, 2 · precision · recall / (precision + recall). AUC: area under the ROC curve of the class against all others. Below each is its 95% confidence interval: Wilson's for precision and recall; F1's by the delta method, at 0 and 1 Wilson's. A dash: no row decides it; in the means it counts as 0, as in scikit-learn.</p>
</div>`;
}

function averageRow(name: string, rows: number, average: MatrixFigures["macro"]): Html {
  return markup`<tr><th scope="row">${name}</th><td>${formatCount(rows)}</td><td>${formatPercent(average.precision)}</td><td>${formatPercent(average.recall)}</td><td>${formatDecimal(average.fscore, 3)}</td><td></td></tr>`;
}

function shareCell({ value, interval }: Estimate): Html {
  return cell(formatPercent(value), formatPercentInterval(interval, 0));
}

function numberCell({ value, interval }: Estimate): Html {
  return cell(
    formatDecimal(value, 3),
    formatInterval(interval, (bound) => formatDecimal(bound, 2)),
  );
}

function cell(figure: string, range: string | undefined): Html {
  const hasRange = range !== undefined && figure !== undefinedFigure;
  return markup`<td>${figure}${hasRange && markup`<span class="range-text">${range}</span>`}</td>`;
}
