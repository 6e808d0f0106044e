import { stepPoints } from "../../step-points.js";
import type { PrecisionRecall } from "../evaluation.js";
import { formatDecimal } from "../format.js";
import { type Html, markup } from "../html.js";
import { coordinate, svgImage } from "./image.js";
import { rateAxes, rateX, rateY } from "./rate-square.js";

/**
 * The precision–recall curve in steps, with the line of guessing.
 * @param positiveShare precision of guessing
 */
export function precisionRecallChart(
  { precision, recall, averagePrecision }: PrecisionRecall,
  positiveShare: number,
): Html {
  const points = stepPoints(recall, precision).map(
    ({ x, y }) => `${coordinate(rateX(x))} ${coordinate(rateY(y))}`,
  );
  const path = points.filter((point, i) => point !== points[i - 1]).join("L");
  const guessing = coordinate(rateY(positiveShare));
  const area = formatDecimal(averagePrecision.value, 3);
  return svgImage(
    {
      id: "precision-recall",
      width: 400,
      height: 382,
      title: "Precision–recall curve",
      description: `Precision against recall for every threshold. Average precision ${area}; guessing would have ${formatDecimal(positiveShare, 3)}.`,
    },
    markup`${rateAxes("Recall (sensitivity)", "Precision")}
<path class="reference" d="M${rateX(0)} ${guessing}L${rateX(1)} ${guessing}"/>
<path class="curve" d="M${path}"/>
<text class="figure" x="${rateX(0.03)}" y="${rateY(0.05)}">AP ${area}</text>`,
  );
}
