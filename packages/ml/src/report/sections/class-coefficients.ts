import { formatDecimal, undefinedFigure } from "../format.js";
import { type Html, markup } from "../html.js";
import type { ClassCoefficients, MultiClassEvaluation } from "../multi-class-evaluation.js";
import { referencesSentence } from "../wording.js";

/** How many of the columns with the strongest coefficients are listed. */
const listedAtMost = 30;

/** Up to here each class has a column. */
const classesAtMost = 8;

/** How many columns are named that speak for a class, and against it, where there are more classes. */
const namedAtMost = 3;

/** The coefficients of a multinomial model; of many classes those that speak most for and against each. */
export function classCoefficientsSection({ coefficients, classes }: MultiClassEvaluation): Html | undefined {
  if (coefficients === undefined || coefficients.entries.length === 0) return undefined;
  const { per, references = [] } = coefficients;
  return markup`<section>
<h2>Feature effects</h2>
<p>A coefficient says by how much the logarithm of a class's probability, against the mean of the logarithms of all classes, rises when a column rises by ${per} and all others stay as they are: above 0 the class becomes more likely, below 0 less. A dash: the training rows do not determine it.${referencesSentence(references)}</p>
<div class="panel">
${classes.length > classesAtMost ? strongestTable(coefficients, classes) : fullTable(coefficients, classes)}
</div>
</section>`;
}

function fullTable({ per, entries }: ClassCoefficients, classes: readonly string[]): Html {
  const strength = ({ values }: ClassCoefficients["entries"][number]) =>
    values.reduce<number>((largest, value) => Math.max(largest, Math.abs(value ?? 0)), 0);
  const sorted = [...entries].sort((a, b) => strength(b) - strength(a));
  const listed = sorted.slice(0, listedAtMost);
  const rows = listed.map(
    ({ name, values }) =>
      markup`<tr><th scope="row">${name}</th>${values.map((value) => markup`<td>${value === null ? undefinedFigure : formatDecimal(value, 3)}</td>`)}</tr>\n`,
  );
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Coefficients">
<table class="numbers">
<caption>Coefficients per ${per}, strongest column first${sorted.length > listed.length && ` (${listed.length} of ${sorted.length})`}</caption>
<thead><tr><th scope="col">Column</th>${classes.map((label) => markup`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>`;
}

function strongestTable({ per, entries }: ClassCoefficients, classes: readonly string[]): Html {
  const rows = classes.map((label, i) => {
    const ofClass = entries
      .flatMap(({ name, values }) => {
        const value = values[i];
        return typeof value === "number" && Number.isFinite(value) ? [{ name, value }] : [];
      })
      .sort((a, b) => b.value - a.value);
    const inWords = (list: typeof ofClass) =>
      list.map(({ name, value }) => `${name} ${formatDecimal(value, 2)}`).join(", ") || undefinedFigure;
    const raising = ofClass.filter(({ value }) => value > 0).slice(0, namedAtMost);
    const lowering = ofClass
      .filter(({ value }) => value < 0)
      .slice(-namedAtMost)
      .reverse();
    return markup`<tr><th scope="row">${label}</th><td>${inWords(raising)}</td><td>${inWords(lowering)}</td></tr>\n`;
  });
  return markup`<table>
<caption>The strongest coefficients of each class, per ${per}</caption>
<thead><tr><th scope="col">Class</th><th scope="col">More likely by</th><th scope="col">Less likely by</th></tr></thead>
<tbody>
${rows}</tbody>
</table>`;
}
