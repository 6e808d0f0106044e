import { forestAxis, forestRow, linearForestScale } from "../charts/forest.js";
import { formatStatistic, undefinedFigure } from "../format.js";
import { type Html, markup } from "../html.js";

/** How much a model's score falls when the cells of a column are shuffled, as permutation importance computes it. */
export interface FeatureImportances {
  /** The score, in words for the reader, e.g. "accuracy" or "R²". */
  readonly score: string;
  /** How often each column was shuffled. */
  readonly repeats: number;
  /** The rows it was computed on, e.g. "the test set". */
  readonly rowsOf: string;
  /** Mean fall of the score, and its standard deviation over the repeats. */
  readonly entries: readonly { readonly name: string; readonly mean: number; readonly std: number }[];
}

/** How many of the most important are drawn. */
const drawnAtMost = 30;

/** The columns that a model relies on, the most important first. */
export function importancesSection(importances: FeatureImportances | undefined): Html | undefined {
  if (importances === undefined || importances.entries.length === 0) return undefined;
  const { score, repeats, rowsOf, entries } = importances;
  const all = [...entries].sort((a, b) => b.mean - a.mean);
  const drawn = all.slice(0, drawnAtMost).map(({ name, mean, std }) => ({
    name,
    std,
    ratio: mean,
    interval: Number.isFinite(std) ? { lower: mean - std, upper: mean + std, confidence: 0.68 } : undefined,
  }));
  const scale = linearForestScale(drawn);
  const rows = drawn.map(
    (entry) =>
      markup`<tr><th scope="row">${entry.name}</th><td class="plot">${forestRow(entry, scale)}</td><td><strong>${formatStatistic(entry.ratio)}</strong></td><td>${Number.isFinite(entry.std) ? `± ${formatStatistic(entry.std)}` : undefinedFigure}</td></tr>\n`,
  );
  return markup`<section>
<h2>What the model relies on</h2>
<p>The permutation importance of a column is how much the ${score} of ${rowsOf} falls when that column's cells are shuffled among the rows: 0 means that the model does without it. Each was shuffled ${repeats} times; the lines and “±” are one standard deviation over these. It says what this model uses, not what causes the outcome, and two columns that say the same share their importance.${all.length > drawn.length && ` Shown are the ${drawn.length} most important of ${all.length}.`}</p>
<div class="panel">
<table class="numbers coefficients importances">
<caption>Fall of the ${score}, largest first</caption>
<thead><tr><th scope="col">Column</th><th scope="col" class="plot">Importance</th><th scope="col">Mean</th><th scope="col">Spread</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot aria-hidden="true"><tr><td></td><td class="plot">${forestAxis(scale)}</td><td></td><td></td></tr></tfoot>
</table>
</div>
</section>`;
}
