import type { SKRSContext2D } from "@napi-rs/canvas";
import { type DensityGrid, densityGrid, densityLevel } from "../density-grid.js";
import { r2Score } from "../metrics/r2-score.js";
import { regressionPairs } from "../metrics/regression-pairs.js";
import { formatCount } from "../report/format.js";
import { typicalRange, withMargin } from "../typical-range.js";
import { drawableTexts } from "./drawable-texts.js";
import { COLOR } from "./plot-style.js";
import { renderPng } from "./render-png.js";
import type { Area } from "./square-area.js";
import { squareChart } from "./square-chart.js";

/** What to draw. */
export interface PredictionErrorPlot {
  /** n ≥ 1 finite numbers. */
  readonly yTrue: ArrayLike<number>;
  /** n predicted numbers of the same rows. */
  readonly yPred: ArrayLike<number>;
  /** Name of the target with its unit, for the axes: "price (EUR)". Default: "target". */
  readonly target?: string;
  /** Default: "Predicted and actual values". */
  readonly title?: string;
  /** In pixels, ≥ 302. Default: 800. */
  readonly width?: number;
  /** In pixels, ≥ 314. Default: 600. */
  readonly height?: number;
  /** Called with a message when characters could not be drawn. */
  readonly onWarning?: (message: string) => void;
}

/** Up to here each row is a dot. */
const mostDots = 2000;

/** Width and height of a cell of the density, in pixels. */
const cellSize = 6;

/** Shades of the density. */
const levels = 8;

/**
 * Actual against predicted numbers as a PNG, with the line on which both agree. Up to 2,000 rows are dots; of more, cells are darker
 * where more rows lie, on a logarithmic scale. Rows far outside of the range of the others are left out, and counted below the title.
 * @returns the bytes of a PNG file of exactly width × height pixels
 * @throws {ShapeError} when lengths differ or there are no rows
 * @throws {NotFiniteError} naming the row of the first number that is NaN or infinite
 * @throws {InvalidParameterError} when the picture would be smaller than 302 × 314 pixels
 * @throws {MlError} when the font of this package cannot be read
 * @see scikit-learn, metrics.PredictionErrorDisplay with kind="actual_vs_predicted"
 */
export async function predictionErrorPng({
  yTrue,
  yPred,
  target = "target",
  title = "Predicted and actual values",
  width = 800,
  height = 600,
  onWarning,
}: PredictionErrorPlot): Promise<Uint8Array> {
  const { n } = regressionPairs("predictionErrorPng", yTrue, yPred);
  const { texts, note } = drawableTexts([title, target], {
    where: "the plot of predictions",
    fix: "Give it a title and a target in other letters.",
    onWarning,
  });
  const range = withMargin(typicalRange(yTrue, yPred));
  const cells = Math.max(1, Math.floor((Math.min(width, height) - 120) / cellSize));
  const grid = densityGrid(yPred, yTrue, { xRange: range, yRange: range, columns: cells, rows: cells });
  const isDense = n > mostDots;
  const chart = squareChart({
    width,
    height,
    title: texts[0] ?? "",
    note: [isDense ? densityNote(grid) : "", outsideNote(grid), note ?? ""].filter(Boolean).join("; "),
    xTitle: `Predicted ${texts[1] ?? ""}`,
    yTitle: `Actual ${texts[1] ?? ""}`,
    range,
    drawData: (context, area) => {
      if (isDense) drawCells(context, area, grid);
      else drawDots(context, area, { x: yPred, y: yTrue, range });
    },
    lines: [
      {
        points: range.map((value) => ({ x: value, y: value })),
        label: "Actual = predicted",
        detail: n < 2 ? "1 row" : `R² = ${r2Score(yTrue, yPred).toFixed(3)}`,
        color: COLOR.reference,
        lineWidth: 1.5,
        dash: [6, 4],
      },
    ],
  });
  return renderPng(chart, width, height);
}

function densityNote({ largest }: DensityGrid): string {
  return `darker cells have more rows, up to ${formatCount(largest)}`;
}

function outsideNote({ outside }: DensityGrid): string {
  return outside === 0 ? "" : `${formatCount(outside)} ${outside === 1 ? "row lies" : "rows lie"} outside`;
}

function drawCells(context: SKRSContext2D, { left, top, side }: Area, grid: DensityGrid): void {
  context.save();
  context.fillStyle = COLOR.curve;
  // Whole pixels, so that no seams are seen between cells.
  const edge = (cell: number) => Math.round((cell * side) / grid.columns);
  for (let cell = 0; cell < grid.counts.length; cell++) {
    const level = densityLevel(grid.counts[cell] ?? 0, grid.largest, levels);
    if (level === 0) continue;
    const column = cell % grid.columns;
    const row = Math.floor(cell / grid.columns);
    context.globalAlpha = level / levels;
    context.fillRect(
      left + edge(column),
      top + side - edge(row + 1),
      edge(column + 1) - edge(column),
      edge(row + 1) - edge(row),
    );
  }
  context.restore();
}

function drawDots(
  context: SKRSContext2D,
  { left, top, side }: Area,
  { x, y, range }: { x: ArrayLike<number>; y: ArrayLike<number>; range: readonly [number, number] },
): void {
  const [from, to] = range;
  const position = (value: number) => ((value - from) / (to - from)) * side;
  context.save();
  context.beginPath();
  context.rect(left, top, side, side);
  context.clip();
  context.fillStyle = COLOR.curve;
  context.globalAlpha = x.length > 300 ? 0.35 : 0.6;
  for (let row = 0; row < x.length; row++) {
    context.beginPath();
    context.arc(left + position(x[row] ?? 0), top + side - position(y[row] ?? 0), 3.5, 0, 2 * Math.PI);
    context.fill();
  }
  context.restore();
}
