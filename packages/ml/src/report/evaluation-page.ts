import type { Evaluation } from "./evaluation.js";
import { markup } from "./html.js";
import { htmlPage } from "./html-page.js";
import { undeterminedRatios } from "./odds-ratio.js";
import { coefficientsAppendix, coefficientsSection } from "./sections/coefficients.js";
import { dataSection } from "./sections/data-summary.js";
import { figures } from "./sections/figures.js";
import { importancesSection } from "./sections/importances.js";
import { metricCards } from "./sections/metric-cards.js";
import { notesSection, parametersSection } from "./sections/remarks.js";
import { thresholdSection } from "./sections/threshold.js";
import { verdict } from "./sections/verdict.js";
import { textTableStyle } from "./style.js";
import { taskStyle } from "./task-style.js";

/**
 * A page about the quality of a binary classifier, for readers who would not open a text report.
 *
 * One self-contained HTML file: inline SVG and CSS, no script, nothing loaded from elsewhere, so that Argo's UI
 * shows it under its content policy. Fits a phone, a desktop and A4 paper; follows the reader's dark mode on screen.
 * The same input gives the same bytes.
 *
 * @param evaluation figures and names; all texts are escaped, and NaN is shown as a dash
 * @returns the whole HTML document
 */
export function evaluationPage(evaluation: Evaluation): string {
  return htmlPage(evaluation, {
    styles: [hasTextTables(evaluation) && textTableStyle, hasTaskParts(evaluation) && taskStyle],
    verdict: verdict(evaluation),
    body: markup`<section>
<h2>Key figures</h2>
${metricCards(evaluation)}
</section>
<section>
<h2>How it decides</h2>
${figures(evaluation)}
</section>
${thresholdSection(evaluation)}${coefficientsSection(evaluation)}${importancesSection(evaluation.importances)}
${dataSection(evaluation)}
${parametersSection(evaluation)}
${notesSection(evaluation)}
${coefficientsAppendix(evaluation)}`,
  });
}

function hasTextTables({ coefficients, data }: Evaluation): boolean {
  return (data.categories ?? []).length > 0 || undeterminedRatios(coefficients?.entries ?? []).length > 0;
}

function hasTaskParts({ importances, thresholdChoice }: Evaluation): boolean {
  return importances !== undefined || thresholdChoice !== undefined;
}
