import type { Evaluation } from "./evaluation.js";
import { markup } from "./html.js";
import { undeterminedRatios } from "./odds-ratio.js";
import { coefficientsAppendix, coefficientsSection } from "./sections/coefficients.js";
import { dataSection } from "./sections/data-summary.js";
import { figures } from "./sections/figures.js";
import { metricCards } from "./sections/metric-cards.js";
import { notesSection, parametersSection, warningsBox } from "./sections/remarks.js";
import { verdict } from "./sections/verdict.js";
import { style, textTableStyle } from "./style.js";

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
  const { title, subtitle } = evaluation;
  return markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${style}${hasTextTables(evaluation) && textTableStyle}
</head>
<body>
<main>
<header>
<h1>${title}</h1>
${subtitle !== undefined && markup`<p class="subtitle">${subtitle}</p>`}
${verdict(evaluation)}
${warningsBox(evaluation)}
</header>
<section>
<h2>Key figures</h2>
${metricCards(evaluation)}
</section>
<section>
<h2>How it decides</h2>
${figures(evaluation)}
</section>
${coefficientsSection(evaluation)}
${dataSection(evaluation)}
${parametersSection(evaluation)}
${notesSection(evaluation)}
${coefficientsAppendix(evaluation)}
</main>
</body>
</html>
`.toString();
}

function hasTextTables({ coefficients, data }: Evaluation): boolean {
  return (data.categories ?? []).length > 0 || undeterminedRatios(coefficients?.entries ?? []).length > 0;
}
