import { formatCount, formatDecimal, formatPercent, formatShortCount } from "../format.js";
import { type Html, markup } from "../html.js";

/** Up to here the columns have the names of the classes; above, their numbers. */
const namedColumns = 8;

/** From here on everything is smaller. */
const manyClasses = 17;

/**
 * The confusion matrix of several classes as a table, which scrolls sideways where the window is too narrow. Darker cells are larger
 * shares of the true class.
 */
export function classConfusionTable(
  matrix: readonly (readonly number[])[],
  classes: readonly string[],
): Html {
  const isWide = classes.length > namedColumns;
  const heads = classes.map((label, i) =>
    isWide
      ? markup`<th scope="col"><abbr title="${label}">${i + 1}</abbr></th>`
      : markup`<th scope="col">${label}</th>`,
  );
  const rows = matrix.map((counts, i) => {
    const support = counts.reduce((sum, count) => sum + count, 0);
    const cells = counts.map((count, j) => cell(count, support, { isRight: i === j, isWide }));
    const label = classes[i] ?? "";
    return markup`<tr><th scope="row">${isWide && markup`<span class="muted">${i + 1}</span> `}${label}</th>${cells}<td class="total">${isWide ? compactCount(support) : formatShortCount(support)}</td></tr>\n`;
  });
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="Confusion matrix">
<table class="${tableClass(classes.length)}" style="--classes:${classes.length}">
<caption class="visually-hidden">Confusion matrix: true class against predicted class</caption>
<thead>
<tr><td></td><th scope="colgroup" colspan="${classes.length}" class="overline">The model said${isWide && " (numbers as at the left)"}</th><td></td></tr>
<tr><th scope="col" class="overline">Actually</th>${heads}<th scope="col" class="overline">Rows</th></tr>
</thead>
<tbody>
${rows}</tbody>
</table>
</div>`;
}

function tableClass(classes: number): string {
  if (classes <= namedColumns) return "matrix";
  return classes < manyClasses ? "matrix wide" : "matrix wide many";
}

/** A count in at most four characters: "999", "1.2k", "12k". */
function compactCount(count: number): string {
  if (count < 1000) return String(count);
  if (count < 9950) return `${formatDecimal(count / 1000, 1)}k`;
  return count < 999_500 ? `${formatDecimal(count / 1000, 0)}k` : formatShortCount(count);
}

function cell(
  count: number,
  support: number,
  { isRight, isWide }: { readonly isRight: boolean; readonly isWide: boolean },
): Html {
  if (count === 0) return markup`<td class="none">0</td>`;
  const share = count / support;
  const strength = Math.round(8 + share * 42);
  return markup`<td class="${isRight ? "right" : "wrong"}" style="--strength:${strength}%" title="${formatCount(count)} of ${formatCount(support)}"><span>${isWide ? compactCount(count) : formatShortCount(count)}</span><span class="share">${formatPercent(share, 0)}</span></td>`;
}
