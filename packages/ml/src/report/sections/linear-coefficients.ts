import { forestAxis, forestRow, linearForestScale } from "../charts/forest.js";
import { drawableInterval } from "../estimate.js";
import { formatInterval, formatStatistic, undefinedFigure } from "../format.js";
import { type Html, markup } from "../html.js";
import type { RegressionEvaluation } from "../regression-evaluation.js";
import { inUnit, referencesSentence } from "../wording.js";

/** How many of the strongest are drawn. */
const drawnAtMost = 30;

/** The strongest coefficients of a linear model: a forest plot in the rows of a table. */
export function linearCoefficientsSection({ coefficients, target }: RegressionEvaluation): Html | undefined {
  if (coefficients === undefined || coefficients.entries.length === 0) return undefined;
  const { per, entries, references = [] } = coefficients;
  const all = entries
    .map(({ name, coefficient, interval }) => ({
      name,
      ratio: coefficient ?? Number.NaN,
      interval: drawableInterval(interval ?? undefined),
    }))
    .sort((a, b) => strength(b.ratio) - strength(a.ratio));
  const drawn = all.slice(0, drawnAtMost);
  const scale = linearForestScale(drawn);
  const rows = drawn.map(
    (entry) =>
      markup`<tr><th scope="row">${entry.name}</th><td class="plot">${forestRow(entry, scale)}</td><td><strong>${formatStatistic(entry.ratio)}</strong></td><td>${formatInterval(entry.interval, formatStatistic) ?? undefinedFigure}</td></tr>\n`,
  );
  const change = inUnit("a coefficient", target.unit === undefined ? undefined : `(${target.unit})`);
  return markup`<section>
<h2>Feature effects</h2>
<p>By ${change} the predicted ${target.name} changes when a column rises by ${per} and all others stay as they are. If the 95% confidence interval includes 0, the data do not settle the direction. A dash: the training rows do not determine it.${referencesSentence(references)}${all.length > drawn.length && ` Shown are the ${drawn.length} strongest of ${all.length}.`}</p>
<div class="panel">
<table class="numbers coefficients linear">
<caption>Coefficients per ${per}, strongest first</caption>
<thead><tr><th scope="col">Column</th><th scope="col" class="plot">Coefficient with 95% CI</th><th scope="col">Coefficient</th><th scope="col">95% CI</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot aria-hidden="true"><tr><td></td><td class="plot">${forestAxis(scale)}</td><td></td><td></td></tr></tfoot>
</table>
</div>
</section>`;
}

function strength(coefficient: number): number {
  return Number.isNaN(coefficient) ? -1 : Math.abs(coefficient);
}
