import type { Interval } from "../../metrics/interval.js";
import { thinCurve } from "../../thin-curve.js";
import type { Evaluation } from "../evaluation.js";
import { formatDecimal, formatInterval, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis } from "./axis.js";
import { coordinate, svgImage } from "./image.js";
import { percentTicks } from "./ticks.js";

const area: PlotArea = { left: 62, top: 12, width: 318, height: 318 };
const x = linearScale([0, 1], [area.left, area.left + area.width]);
const y = linearScale([0, 1], [area.top + area.height, area.top]);

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
    markup`${horizontalAxis(area, x, percentTicks, "False positive rate (1 − specificity)")}
${verticalAxis(area, y, percentTicks, "True positive rate (sensitivity)")}
<path class="reference" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
<text class="note" x="${x(0.86)}" y="${y(0.83)}" text-anchor="middle" transform="rotate(-45 ${x(0.86)} ${y(0.83)})">chance</text>
<path class="curve" d="${rocPath(roc)}"/>
${operatingPoint(confusionMatrix, scores.threshold)}
<text class="figure" x="${x(0.97)}" y="${y(0.13)}" text-anchor="end">AUC ${auc}</text>
<text class="note" x="${x(0.97)}" y="${y(0.05)}" text-anchor="end">${interval}</text>`,
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

/** The curve's path. Points equal to the previous one at the chart's resolution are omitted. */
function rocPath(roc: Evaluation["roc"]): string {
  const { fpr, tpr } = thinCurve(roc);
  let path = "";
  let previous = "";
  for (let index = 0; index < Math.min(fpr.length, tpr.length); index++) {
    const point = `${coordinate(x(fpr[index] ?? 0))} ${coordinate(y(tpr[index] ?? 0))}`;
    if (point === previous) continue;
    path += (path === "" ? "M" : "L") + point;
    previous = point;
  }
  return path;
}

function operatingPoint(matrix: Evaluation["confusionMatrix"], threshold: number): Html | undefined {
  const [[trueNegatives, falsePositives], [falseNegatives, truePositives]] = matrix;
  const falsePositiveRate = falsePositives / (trueNegatives + falsePositives);
  const truePositiveRate = truePositives / (falseNegatives + truePositives);
  if (Number.isNaN(falsePositiveRate) || Number.isNaN(truePositiveRate)) return undefined;
  const cx = coordinate(x(falsePositiveRate));
  const cy = coordinate(y(truePositiveRate));
  const labelY = Math.min(Math.max(cy + 18, area.top + 22), area.top + area.height - 10);
  const isFarRight = falsePositiveRate > 0.6;
  return markup`<circle class="point" cx="${cx}" cy="${cy}" r="5.5"/>
<text class="label" x="${isFarRight ? cx - 12 : cx + 12}" y="${labelY}" text-anchor="${isFarRight ? "end" : "start"}">threshold ${formatStatistic(threshold)}</text>`;
}
