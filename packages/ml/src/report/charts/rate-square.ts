import { thinCurve } from "../../thin-curve.js";
import { type Html, markup } from "../html.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis } from "./axis.js";
import { coordinate } from "./image.js";
import { percentTicks } from "./ticks.js";

/** The square of a chart of two rates, each from 0 to 1, in an image of 400 × 382. */
export const rateArea: PlotArea = { left: 62, top: 12, width: 318, height: 318 };
export const rateX = linearScale([0, 1], [rateArea.left, rateArea.left + rateArea.width]);
export const rateY = linearScale([0, 1], [rateArea.top + rateArea.height, rateArea.top]);

/** Both axes, in percent. */
export function rateAxes(xTitle: string, yTitle: string): Html {
  return markup`${horizontalAxis(rateArea, rateX, percentTicks, xTitle)}
${verticalAxis(rateArea, rateY, percentTicks, yTitle)}`;
}

/** The ROC curve of guessing. */
export const chanceLine: Html = markup`<path class="reference" d="M${rateX(0)} ${rateY(0)}L${rateX(1)} ${rateY(1)}"/>`;

/** A curve's path. Points equal to the previous one at the chart's resolution are omitted. */
export function ratePath(x: ArrayLike<number>, y: ArrayLike<number>): string {
  const { fpr, tpr } = thinCurve({ fpr: x, tpr: y });
  let path = "";
  let previous = "";
  for (let index = 0; index < Math.min(fpr.length, tpr.length); index++) {
    const point = `${coordinate(rateX(fpr[index] ?? 0))} ${coordinate(rateY(tpr[index] ?? 0))}`;
    if (point === previous) continue;
    path += (path === "" ? "M" : "L") + point;
    previous = point;
  }
  return path;
}
