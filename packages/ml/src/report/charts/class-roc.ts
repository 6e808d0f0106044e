import { weakestCurves } from "../../weakest-curves.js";
import { formatDecimal } from "../format.js";
import { type Html, markup } from "../html.js";
import type { ClassRocCurve } from "../multi-class-evaluation.js";
import { svgImage } from "./image.js";
import { chanceLine, rateAxes, ratePath } from "./rate-square.js";

/** Number of colours in the page's style: more are not told apart. */
const colours = 8;

/** The ROC curve of each class against all others; of many classes the weakest have a colour, the others are grey. */
export function classRocChart(curves: readonly ClassRocCurve[]): Html {
  const { named, others } = weakestCurves(curves, colours);
  const areas = curves.map(({ auc }) => auc);
  return markup`${svgImage(
    {
      id: "roc",
      width: 400,
      height: 382,
      title: "ROC curves, each class against all others",
      description: `True positive rate against false positive rate for every threshold. The areas under the ${curves.length} curves are from ${formatDecimal(Math.min(...areas), 3)} to ${formatDecimal(Math.max(...areas), 3)}; chance would be 0.5.`,
    },
    markup`${rateAxes("False positive rate (1 − specificity)", "True positive rate (sensitivity)")}
${chanceLine}
${others.map((curve) => markup`<path class="curve other-class" d="${ratePath(curve.fpr, curve.tpr)}"/>`)}${named.map((curve, i) => markup`<path class="curve class-${i + 1}" d="${ratePath(curve.fpr, curve.tpr)}"/>`)}`,
  )}
<ul class="legend">${named.map((curve, i) => markup`<li><span class="swatch class-${i + 1}"></span>${curve.label} <span class="muted">${formatDecimal(curve.auc, 3)}</span></li>`)}${others.length > 0 && markup`<li><span class="swatch other-class"></span>${others.length === 1 ? "1 other class" : `${others.length} other classes`} <span class="muted">≥ ${formatDecimal(others[0]?.auc ?? Number.NaN, 3)}</span></li>`}</ul>`;
}
