import type { Evaluation } from "../evaluation.js";
import { formatCount, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import { countOf } from "../wording.js";

/** The confusion matrix as a table. Darker cells are larger shares of the true class. */
export function confusionTable({ confusionMatrix, positiveLabel, negativeLabel, unit }: Evaluation): Html {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = confusionMatrix;
  const positives = falseNegatives + truePositives;
  const negatives = trueNegatives + falsePositives;
  return markup`<table class="confusion">
<caption class="visually-hidden">Confusion matrix: true class against predicted class</caption>
<thead>
<tr><td rowspan="2"></td><th scope="colgroup" colspan="2" class="overline">The model said</th></tr>
<tr><th scope="col">${positiveLabel}</th><th scope="col">${negativeLabel}</th></tr>
</thead>
<tbody>
<tr><th scope="row"><span class="overline">Actually</span> ${positiveLabel} <span class="muted">${countOf(positives, unit)}</span></th>${cell("right", truePositives, positives, "true positives")}${cell("wrong", falseNegatives, positives, "false negatives")}</tr>
<tr><th scope="row"><span class="overline">Actually</span> ${negativeLabel} <span class="muted">${countOf(negatives, unit)}</span></th>${cell("wrong", falsePositives, negatives, "false positives")}${cell("right", trueNegatives, negatives, "true negatives")}</tr>
</tbody>
</table>`;
}

function cell(kind: "right" | "wrong", count: number, ofClass: number, name: string): Html {
  const share = count / ofClass;
  const figure = formatCount(count);
  const strength = Number.isNaN(share) ? 0 : Math.round(6 + share * 34);
  return markup`<td class="${kind}" style="--strength:${strength}%"><span class="${figure.length > 6 ? "count long" : "count"}">${figure}</span><span class="share">${formatPercent(share)}</span><span class="name">${name}</span></td>`;
}
