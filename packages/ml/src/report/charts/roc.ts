import type { Interval } from "../../metrics/interval.js";
import type { Evaluation } from "../evaluation.js";
import { formatDecimal, formatInterval, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import { coordinate, svgImage } from "./image.js";
import { chanceLine, rateArea, rateAxes, ratePath, rateX, rateY } from "./rate-square.js";

/** The ROC curve with the chance line and the point of the threshold that was used. */
export function rocChart({ roc, metrics, confusionMatrix, scores }: Evaluation): Html {
  const auc = formatDecimal(metrics.auc.value, 3);
  const interval = intervalText(metrics.auc.interval);
  return svgImage(
    {
      id: "roc",
      width: 400,
      height: 382,
      title: "ROC curve",
      description: `True positive rate against false positive rate for every threshold. Area under the curve ${auc}${interval && `, ${interval}`}; chance would be 0.5.`,
    },
    markup`${rateAxes("False positive rate (1 − specificity)", "True positive rate (sensitivity)")}
${chanceLine}
<text class="note" x="${rateX(0.86)}" y="${rateY(0.83)}" text-anchor="middle" transform="rotate(-45 ${rateX(0.86)} ${rateY(0.83)})">chance</text>
<path class="curve" d="${ratePath(roc.fpr, roc.tpr)}"/>
${operatingPoint(confusionMatrix, scores.threshold)}
<text class="figure" x="${rateX(0.97)}" y="${rateY(0.13)}" text-anchor="end">AUC ${auc}</text>
<text class="note" x="${rateX(0.97)}" y="${rateY(0.05)}" text-anchor="end">${interval}</text>`,
  );
}

/** Whether the curve is defined: with one class only, the rates of the other are not. */
export function hasRocCurve({ fpr, tpr }: Evaluation["roc"]): boolean {
  return fpr.length > 1 && areFinite(fpr) && areFinite(tpr);
}

function areFinite(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

function intervalText(interval: Interval | undefined): string {
  const text = formatInterval(interval, (bound) => formatDecimal(bound, 3));
  return text === undefined ? "" : `95% CI ${text}`;
}

function operatingPoint(matrix: Evaluation["confusionMatrix"], threshold: number): Html | undefined {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = matrix;
  const falsePositiveRate = falsePositives / (trueNegatives + falsePositives);
  const truePositiveRate = truePositives / (falseNegatives + truePositives);
  if (Number.isNaN(falsePositiveRate) || Number.isNaN(truePositiveRate)) return undefined;
  const cx = coordinate(rateX(falsePositiveRate));
  const cy = coordinate(rateY(truePositiveRate));
  const labelY = Math.min(Math.max(cy + 18, rateArea.top + 22), rateArea.top + rateArea.height - 10);
  const isFarRight = falsePositiveRate > 0.6;
  return markup`<circle class="point" cx="${cx}" cy="${cy}" r="5.5"/>
<text class="label" x="${isFarRight ? cx - 12 : cx + 12}" y="${labelY}" text-anchor="${isFarRight ? "end" : "start"}">threshold ${formatStatistic(threshold)}</text>`;
}
