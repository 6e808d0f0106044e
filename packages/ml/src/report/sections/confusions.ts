import { formatCount, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";

/** How many of the most frequent mistakes are listed. */
const listedAtMost = 8;

/** The most frequent mistakes in words, which a large matrix hides; undefined where there are none. */
export function confusionsTable(
  matrix: readonly (readonly number[])[],
  classes: readonly string[],
): Html | undefined {
  const mistakes = matrix.flatMap((row, i) => {
    const support = row.reduce((sum, count) => sum + count, 0);
    return row.flatMap((count, j) =>
      i === j || count === 0 ? [] : [{ i, j, count, share: count / support }],
    );
  });
  if (mistakes.length === 0) return undefined;
  const listed = mistakes.sort((a, b) => b.count - a.count).slice(0, listedAtMost);
  const rows = listed.map(
    ({ i, j, count, share }) =>
      markup`<tr><th scope="row">${classes[i] ?? ""}</th><td class="reason">${classes[j] ?? ""}</td><td>${formatCount(count)}</td><td>${formatPercent(share)}</td></tr>\n`,
  );
  return markup`<div class="panel">
<table class="numbers confusions">
<caption>Most frequent mistakes${mistakes.length > listed.length && ` (${listed.length} of ${formatCount(mistakes.length)} kinds)`}</caption>
<thead><tr><th scope="col">Actually</th><th scope="col" class="reason">Predicted</th><th scope="col">Rows</th><th scope="col">Share of the class</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
</div>`;
}
