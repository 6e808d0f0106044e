import type { MatrixFigures } from "../class-figures.js";
import { formatCount, formatDecimal, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import type { MultiClassEvaluation } from "../multi-class-evaluation.js";
import { countOf, inQuotes } from "../wording.js";

/** The result in words, with the baseline, and the classes that are recognised best and worst. */
export function classVerdict(
  { unit, baseline, logLoss }: MultiClassEvaluation,
  { rows, right, classes }: MatrixFigures,
): Html {
  if (rows === 0)
    return markup`<p class="verdict">The test set is empty: there is nothing to judge the model by.</p>`;
  const present = classes.filter(({ support }) => support > 0);
  const ranked = [...present].sort((a, b) => b.recall.value - a.recall.value);
  const [best, worst] = [ranked[0], ranked.at(-1)];
  const ofClass = (figures: typeof best) =>
    figures === undefined
      ? ""
      : `${inQuotes(figures.label)} (${formatCount(figures.right)} of ${formatCount(figures.support)})`;
  const known =
    best !== worst && best?.recall.value !== worst?.recall.value
      ? `It recognised ${ofClass(best)} best and ${ofClass(worst)} worst. `
      : "";
  const losses = Number.isNaN(baseline.logLoss)
    ? ""
    : ` The log loss of its probabilities is ${formatDecimal(logLoss.value, 3)}; giving every row the training rows' shares of the classes has ${formatDecimal(baseline.logLoss, 3)}.`;
  return markup`<p class="verdict">Of ${countOf(rows, unit)} in the test set, the model got <strong>${formatCount(right)} right (${formatPercent(right / rows)})</strong>.</p>
<p>${known}For comparison, the baseline: always answering ${inQuotes(baseline.label)}, the most frequent class of the training rows, is right for ${formatPercent(baseline.accuracy)} of them.${losses}</p>`;
}
