import { ShapeError } from "../errors.js";
import type { Interval } from "../metrics/interval.js";
import { thinCurve } from "../thin-curve.js";
import { chanceCurve } from "./chance-curve.js";
import { drawableTexts } from "./drawable-texts.js";
import { COLOR } from "./plot-style.js";
import { renderPng } from "./render-png.js";
import { squareChart } from "./square-chart.js";

/** What to draw. */
export interface RocCurvePlot {
  /** False positive rates, ascending from 0 to 1. */
  readonly fpr: ArrayLike<number>;
  /** True positive rates, the same number. */
  readonly tpr: ArrayLike<number>;
  /** Area under the curve, for the legend. */
  readonly auc: number;
  /** Its confidence interval, for the legend. */
  readonly interval?: Interval;
  /** Default: "ROC curve". */
  readonly title?: string;
  /** Name of the curve in the legend. Default: "Logistic regression". */
  readonly modelName?: string;
  /** In pixels, ≥ 302. Default: 800. */
  readonly width?: number;
  /** In pixels, ≥ 314. Default: 600. */
  readonly height?: number;
  /** Called with a message when characters could not be drawn. */
  readonly onWarning?: (message: string) => void;
}

/**
 * The ROC curve as a PNG: square, with the line of pure chance, and area and confidence interval in the legend.
 *
 * The font of this package, DejaVu Sans, has Latin, Greek, Cyrillic, Arabic and Hebrew letters, but no Chinese, Japanese or
 * Korean ones. Characters that it lacks are drawn as "?"; a note below the title says so, and `onWarning` is called.
 *
 * @example
 * const { fpr, tpr } = rocCurve(yTest, scores);
 * const interval = rocAucConfidenceInterval(yTest, scores);
 * const png = await rocCurvePng({ fpr, tpr, auc: interval.auc, interval });
 *
 * @returns the bytes of a PNG file of exactly width × height pixels
 * @throws {ShapeError} when fpr and tpr have different lengths or fewer than two points
 * @throws {InvalidParameterError} when the picture would be smaller than 302 × 314 pixels
 * @throws {MlError} when the font of this package cannot be read
 */
export async function rocCurvePng({
  fpr,
  tpr,
  auc,
  interval,
  title = "ROC curve",
  modelName = "Logistic regression",
  width = 800,
  height = 600,
  onWarning,
}: RocCurvePlot): Promise<Uint8Array> {
  if (fpr.length !== tpr.length || fpr.length < 2) {
    throw new ShapeError(
      `rocCurvePng: found ${fpr.length} false and ${tpr.length} true positive rates. ` +
        "Expected the same number of both, and at least two.",
    );
  }
  const { texts, note } = drawableTexts([title, modelName], {
    where: "the ROC curve",
    fix: "Give it a title and a modelName in other letters.",
    onWarning,
  });
  const drawn = thinCurve({ fpr, tpr });
  const chart = squareChart({
    width,
    height,
    title: texts[0] ?? "",
    note,
    xTitle: "False positive rate (1 − specificity)",
    yTitle: "True positive rate (sensitivity)",
    lines: [
      {
        points: Array.from(drawn.fpr, (x, i) => ({ x, y: drawn.tpr[i] ?? Number.NaN })),
        label: texts[1] ?? "",
        detail: describeArea(auc, interval),
        color: COLOR.curve,
        lineWidth: 2.5,
        dash: [],
      },
      chanceCurve,
    ],
  });
  return renderPng(chart, width, height);
}

/** "AUC = 0.815, 95 % CI 0.74–0.89" */
function describeArea(auc: number, interval: Interval | undefined): string {
  const area = `AUC = ${auc.toFixed(3)}`;
  if (interval === undefined) return area;
  const { lower, upper, confidence } = interval;
  const percent = Number((confidence * 100).toPrecision(6));
  return `${area}, ${percent} % CI ${lower.toFixed(2)}–${upper.toFixed(2)}`;
}
