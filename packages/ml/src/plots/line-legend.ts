import type { SKRSContext2D } from "@napi-rs/canvas";
import type { ChartLine } from "./chart-line.js";
import { fitText } from "./fit-text.js";
import { COLOR, canvasFont } from "./plot-style.js";
import type { Area } from "./square-area.js";

/** Sizes in pixels: font and row height, length of the line sample, and the space around them. */
const FONT_SIZE = 12;
const ROW = 21;
const SAMPLE = 30;
const GAP = 8;
const PADDING = 10;
const INSET = 10;

/** Where a legend is least in the way: a ROC curve is rarely at the lower right, a precision–recall curve at the lower left. */
export type LegendCorner = "lower right" | "lower left";

/** Draws a legend of the lines that have a label. Chart.js's own legend loses the dashes. */
export function drawLineLegend(
  context: SKRSContext2D,
  area: Area,
  lines: readonly ChartLine[],
  corner: LegendCorner,
): void {
  context.save();
  context.font = canvasFont(FONT_SIZE);
  const measure = (text: string) => context.measureText(text).width;
  const room = area.side - 2 * INSET - 2 * PADDING - SAMPLE - GAP;
  const labelled = lines.filter((line) => line.label !== "");
  const entries = labelled.map((line) => ({ line, rows: fitText(line.label, line.detail, room, measure) }));
  const rows = entries.flatMap((entry) => entry.rows);

  const width = Math.round(2 * PADDING + SAMPLE + GAP + Math.max(...rows.map(measure)));
  const height = rows.length * ROW + 8;
  const left = corner === "lower left" ? area.left + INSET : area.left + area.side - INSET - width;
  const top = area.top + area.side - INSET - height;
  drawBox(context, left, top, width, height);

  let y = top + 4 + ROW / 2;
  for (const entry of entries) {
    drawSample(context, entry.line, left + PADDING, Math.round(y));
    for (const text of entry.rows) {
      context.fillText(text, left + PADDING + SAMPLE + GAP, Math.round(y));
      y += ROW;
    }
  }
  context.restore();
}

function drawBox(context: SKRSContext2D, left: number, top: number, width: number, height: number): void {
  context.fillStyle = "rgba(255, 255, 255, 0.92)";
  context.strokeStyle = COLOR.grid;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(left + 0.5, top + 0.5, width, height, 4);
  context.fill();
  context.stroke();
  context.fillStyle = COLOR.text;
  context.textBaseline = "middle";
}

function drawSample(
  context: SKRSContext2D,
  { color, lineWidth, dash }: ChartLine,
  left: number,
  y: number,
): void {
  context.strokeStyle = color;
  context.lineWidth = lineWidth;
  context.setLineDash([...dash]);
  context.beginPath();
  context.moveTo(left, y);
  context.lineTo(left + SAMPLE, y);
  context.stroke();
}
