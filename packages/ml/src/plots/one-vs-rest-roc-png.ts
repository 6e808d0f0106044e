import { ShapeError } from "../errors.js";
import { thinCurve } from "../thin-curve.js";
import { type ClassCurve, weakestCurves } from "../weakest-curves.js";
import { chanceCurve } from "./chance-curve.js";
import type { ChartLine } from "./chart-line.js";
import { drawableTexts } from "./drawable-texts.js";
import { COLOR, LINE_COLORS } from "./plot-style.js";
import { renderPng } from "./render-png.js";
import { squareChart } from "./square-chart.js";

/** What to draw. */
export interface OneVsRestRocPlot {
  /** One curve for each class, against all others. */
  readonly curves: readonly ClassCurve[];
  /** Default: "ROC curves, each class against all others". */
  readonly title?: string;
  /** In pixels, ≥ 302. Default: 800. */
  readonly width?: number;
  /** In pixels, ≥ 314. Default: 600. */
  readonly height?: number;
  /** Called with a message when characters could not be drawn. */
  readonly onWarning?: (message: string) => void;
}

/**
 * The ROC curves of several classes as a PNG, with names and areas in the legend. Of more than eight classes those with the smallest
 * areas have a colour and a name, the others are grey. Letters that the font lacks are treated as in `rocCurvePng`.
 * @returns the bytes of a PNG file of exactly width × height pixels
 * @throws {ShapeError} when there is no curve, or one has different numbers of rates or fewer than two points
 * @throws {InvalidParameterError} when the picture would be smaller than 302 × 314 pixels
 * @throws {MlError} when the font of this package cannot be read
 */
export async function oneVsRestRocPng({
  curves,
  title = "ROC curves, each class against all others",
  width = 800,
  height = 600,
  onWarning,
}: OneVsRestRocPlot): Promise<Uint8Array> {
  requireCurves(curves);
  const { named, others } = weakestCurves(curves, LINE_COLORS.length);
  const { texts, note } = drawableTexts([title, ...named.map(({ label }) => label)], {
    where: "the ROC curves",
    fix: "Give it a title and labels in other letters.",
    onWarning,
  });
  const lines = named.map((curve, i) => ({
    ...lineOf(curve, texts[i + 1] ?? ""),
    color: LINE_COLORS[i] ?? COLOR.curve,
    lineWidth: 2,
    dash: [],
  }));
  const rest = others.map((curve) => ({
    ...lineOf(curve, ""),
    color: COLOR.others,
    lineWidth: 1.25,
    dash: [],
  }));
  const chart = squareChart({
    width,
    height,
    title: texts[0] ?? "",
    note,
    xTitle: "False positive rate (1 − specificity)",
    yTitle: "True positive rate (sensitivity)",
    // What comes first lies on top.
    lines: [...lines, ...nameOfOthers(others, rest), ...rest, chanceCurve],
  });
  return renderPng(chart, width, height);
}

/** One entry of the legend for all grey lines. */
function nameOfOthers(others: readonly ClassCurve[], lines: readonly ChartLine[]): ChartLine[] {
  const [first] = lines;
  const smallest = others[0]?.auc;
  if (first === undefined || smallest === undefined) return [];
  const label = others.length === 1 ? "1 other class" : `${others.length} other classes`;
  return [{ ...first, points: [], label, detail: `AUC ≥ ${smallest.toFixed(3)}` }];
}

function lineOf(curve: ClassCurve, label: string): Pick<ChartLine, "points" | "label" | "detail"> {
  const { fpr, tpr } = thinCurve(curve);
  const points = Array.from(fpr, (x, i) => ({ x, y: tpr[i] ?? Number.NaN }));
  return { points, label, detail: `AUC = ${curve.auc.toFixed(3)}` };
}

function requireCurves(curves: readonly ClassCurve[]): void {
  const fault = curves.find(({ fpr, tpr }) => fpr.length !== tpr.length || fpr.length < 2);
  if (curves.length > 0 && fault === undefined) return;
  const found =
    fault === undefined
      ? "no curve"
      : `${fault.fpr.length} false and ${fault.tpr.length} true positive rates of ${JSON.stringify(fault.label)}`;
  throw new ShapeError(
    `oneVsRestRocPng: found ${found}. Expected at least one curve, and the same number of both rates, at least two.`,
  );
}
