import { ShapeError } from "../errors.js";
import { stepPoints } from "../step-points.js";
import { drawableTexts } from "./drawable-texts.js";
import { COLOR } from "./plot-style.js";
import { renderPng } from "./render-png.js";
import { squareChart } from "./square-chart.js";

/** What to draw. */
export interface PrecisionRecallCurvePlot {
  /** As `precisionRecallCurve` returns it: the last is 1. */
  readonly precision: ArrayLike<number>;
  /** As `precisionRecallCurve` returns it: descending to 0. */
  readonly recall: ArrayLike<number>;
  /** For the legend. */
  readonly averagePrecision: number;
  /** Share of positive rows, from 0 to 1: the precision of guessing. */
  readonly positiveShare: number;
  /** Default: "Precision–recall curve". */
  readonly title?: string;
  /** Name of the curve in the legend. Default: "Model". */
  readonly modelName?: string;
  /** In pixels, ≥ 302. Default: 800. */
  readonly width?: number;
  /** In pixels, ≥ 314. Default: 600. */
  readonly height?: number;
  /** Called with a message when characters could not be drawn. */
  readonly onWarning?: (message: string) => void;
}

/**
 * The precision–recall curve as a PNG, with the precision of guessing, and the average precision in the legend. Letters that the
 * font lacks are treated as in `rocCurvePng`.
 * @returns the bytes of a PNG file of exactly width × height pixels
 * @throws {ShapeError} when precision and recall have different lengths or fewer than two points
 * @throws {InvalidParameterError} when the picture would be smaller than 302 × 314 pixels
 * @throws {MlError} when the font of this package cannot be read
 */
export async function precisionRecallCurvePng({
  precision,
  recall,
  averagePrecision,
  positiveShare,
  title = "Precision–recall curve",
  modelName = "Model",
  width = 800,
  height = 600,
  onWarning,
}: PrecisionRecallCurvePlot): Promise<Uint8Array> {
  if (precision.length !== recall.length || recall.length < 2) {
    throw new ShapeError(
      `precisionRecallCurvePng: found ${precision.length} precisions and ${recall.length} recalls. ` +
        "Expected the same number of both, and at least two.",
    );
  }
  const { texts, note } = drawableTexts([title, modelName], {
    where: "the precision–recall curve",
    fix: "Give it a title and a modelName in other letters.",
    onWarning,
  });
  const chart = squareChart({
    width,
    height,
    title: texts[0] ?? "",
    note,
    xTitle: "Recall (sensitivity)",
    yTitle: "Precision (positive predictive value)",
    legend: "lower left",
    lines: [
      {
        points: stepPoints(recall, precision),
        label: texts[1] ?? "",
        detail: `average precision = ${averagePrecision.toFixed(3)}`,
        color: COLOR.curve,
        lineWidth: 2.5,
        dash: [],
      },
      {
        points: [
          { x: 0, y: positiveShare },
          { x: 1, y: positiveShare },
        ],
        label: "Chance",
        detail: `share of positives = ${positiveShare.toFixed(3)}`,
        color: COLOR.reference,
        lineWidth: 1.5,
        dash: [6, 4],
      },
    ],
  });
  return renderPng(chart, width, height);
}
