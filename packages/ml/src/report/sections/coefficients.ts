import { forestAxis, forestRow, forestScale } from "../charts/forest.js";
import type { Coefficients, Evaluation } from "../evaluation.js";
import { formatDecimal, formatInterval, formatRatio, undefinedFigure } from "../format.js";
import { type Html, markup } from "../html.js";
import { type OddsRatio, oddsRatios, undeterminedRatios } from "../odds-ratio.js";
import { inQuotes, referencesSentence } from "../wording.js";

/** How many of the strongest are drawn; beyond that a plot says less, not more. */
const drawnAtMost = 30;

/** The strongest coefficients as odds ratios: a forest plot in the rows of a table. */
export function coefficientsSection({ coefficients, positiveLabel }: Evaluation): Html | undefined {
  if (coefficients === undefined || coefficients.entries.length === 0) return undefined;
  return markup`<section>
<h2>Feature effects</h2>
${oddsRatioPart(coefficients, positiveLabel)}${undeterminedPart(coefficients, positiveLabel)}</section>`;
}

function oddsRatioPart(coefficients: Coefficients, positiveLabel: string): Html | undefined {
  const all = oddsRatios(coefficients.entries);
  if (all.length === 0) return undefined;
  const drawn = all.slice(0, drawnAtMost);
  const scale = forestScale(drawn);
  const rows = drawn.map(
    (oddsRatio) =>
      markup`<tr><th scope="row">${oddsRatio.name}</th><td class="plot">${forestRow(oddsRatio, scale)}</td>${ratioCells(oddsRatio)}</tr>\n`,
  );
  return markup`<p>${explanation(coefficients, positiveLabel)}${all.length > drawn.length && ` Shown are the ${drawn.length} strongest of ${all.length}; the table at the end of the page has all.`}</p>
<div class="panel">
<table class="numbers coefficients">
<caption>Odds ratios per ${coefficients.per}, strongest first</caption>
<thead><tr><th scope="col">Column</th><th scope="col" class="plot">Odds ratio with 95% CI, log scale</th><th scope="col">Odds ratio</th><th scope="col">95% CI</th><th scope="col" class="log-odds">Coefficient</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot aria-hidden="true"><tr><td></td><td class="plot">${forestAxis(scale)}</td><td></td><td></td><td class="log-odds"></td></tr></tfoot>
</table>
</div>
`;
}

function explanation({ per, references = [] }: Coefficients, positiveLabel: string): string {
  const ofColumn = `The odds ratio says what the odds of ${inQuotes(positiveLabel)} are multiplied by when a column rises by ${per} and all others stay as they are: above 1 the odds rise, below 1 they fall. If the 95% confidence interval includes 1, the data do not settle which.`;
  if (references.length === 0) return ofColumn;
  return `${ofColumn}${referencesSentence(references)} Its interval is about these two alone, not about the column as a whole.`;
}

/** The coefficients whose odds ratio the training rows do not determine, with the reasons. */
function undeterminedPart({ entries }: Coefficients, positiveLabel: string): Html | undefined {
  const all = undeterminedRatios(entries);
  if (all.length === 0) return undefined;
  const rows = all.map(
    ({ name, undetermined, coefficient }) =>
      markup`<tr><th scope="row">${name}</th><td class="reason">${undetermined}</td><td>${formatDecimal(coefficient, 4)}</td></tr>\n`,
  );
  return markup`<p>The training rows determine no odds ratio of ${inQuotes(positiveLabel)} for these columns. Their coefficients are what the model's penalty makes of that: they are used in predictions, but measure no effect.</p>
<div class="panel">
<table class="numbers undetermined">
<caption>Columns without an odds ratio</caption>
<thead><tr><th scope="col">Column</th><th scope="col" class="reason">Why</th><th scope="col">Coefficient</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
`;
}

/** All coefficients, if the plot does not show them all. */
export function coefficientsAppendix({ coefficients }: Evaluation): Html | undefined {
  const all = oddsRatios(coefficients?.entries ?? []);
  if (coefficients === undefined || all.length <= drawnAtMost) return undefined;
  const rows = all.map(
    (oddsRatio) => markup`<tr><th scope="row">${oddsRatio.name}</th>${ratioCells(oddsRatio)}</tr>\n`,
  );
  return markup`<section>
<h2>All coefficients</h2>
<div class="panel">
<table class="numbers">
<caption>Odds ratios per ${coefficients.per}, all ${all.length}, strongest first</caption>
<thead><tr><th scope="col">Column</th><th scope="col">Odds ratio</th><th scope="col">95% CI</th><th scope="col" class="log-odds">Coefficient</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>
</section>`;
}

function ratioCells({ ratio, interval, coefficient }: OddsRatio): Html {
  return markup`<td><strong>${formatRatio(ratio)}</strong></td><td>${formatInterval(interval, formatRatio) ?? undefinedFigure}</td><td class="log-odds">${formatDecimal(coefficient, 4)}</td>`;
}
