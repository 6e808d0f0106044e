import type { SKRSContext2D } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import { formatShortNumber } from "../report/format.js";
import type { ChartLine } from "./chart-line.js";
import { cut } from "./fit-text.js";
import { drawLineLegend, type LegendCorner } from "./line-legend.js";
import { COLOR, canvasFont, chartFont } from "./plot-style.js";
import { type Area, MARGIN, squareArea } from "./square-area.js";

/** What to draw on two axes of the same range. */
export interface SquareChart {
  /** Of the picture, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** A line in small letters below the title. */
  readonly note: string | undefined;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly lines: readonly ChartLine[];
  /** Default: "lower right". */
  readonly legend?: LegendCorner;
  /** Of both axes. Default: from 0 to 1. */
  readonly range?: readonly [number, number];
  /** Draws above the grid and below the lines. */
  readonly drawData?: (context: SKRSContext2D, area: Area) => void;
}

/**
 * A square chart for Chart.js: both axes have the same range at the same scale, so that the diagonal is at 45 degrees.
 * @throws {InvalidParameterError} when the picture is too small
 */
export function squareChart(chart: SquareChart): ChartConfiguration<"scatter"> {
  const {
    width,
    height,
    title,
    note,
    xTitle,
    yTitle,
    lines,
    legend = "lower right",
    range,
    drawData,
  } = chart;
  const area = squareArea(width, height);
  return {
    type: "scatter",
    data: { datasets: lines.map(dataset) },
    options: {
      devicePixelRatio: 1,
      events: [],
      layout: {
        padding: {
          left: area.left - MARGIN.left,
          right: width - area.left - area.side,
          top: area.top,
          bottom: height - area.top - area.side - MARGIN.bottom,
        },
      },
      plugins: { legend: { display: false }, tooltip: { enabled: false } },
      scales: {
        // Chart.js sizes an axis by its labels; a fixed size keeps the area between the axes square.
        x: {
          ...axis(xTitle, range),
          afterFit(scale) {
            scale.height = MARGIN.bottom;
          },
        },
        y: {
          ...axis(yTitle, range),
          afterFit(scale) {
            scale.width = MARGIN.left;
          },
        },
      },
    },
    plugins: [
      {
        id: "frame",
        beforeDatasetsDraw({ ctx }) {
          drawData?.(ctx, area);
        },
        afterDraw({ ctx }) {
          const context: SKRSContext2D = ctx;
          drawCentred(context, area, title, { size: 19, y: area.top / 2, room: width - 16 });
          if (note !== undefined) {
            drawCentred(context, area, note, { size: 11, y: area.top - 8, room: area.side });
          }
          drawLineLegend(context, area, lines, legend);
        },
      },
    ],
  };
}

function dataset({ points, color, lineWidth, dash }: ChartLine) {
  return {
    data: points,
    showLine: true,
    pointRadius: 0,
    // Half the width of a line along the frame would be cut off.
    clip: 4,
    borderColor: color,
    borderWidth: lineWidth,
    borderDash: [...dash],
    borderJoinStyle: "round" as const,
  };
}

function axis(title: string, range: readonly [number, number] | undefined) {
  const [min, max] = range ?? [0, 1];
  const numbers = {
    includeBounds: false,
    maxTicksLimit: 7,
    callback: (value: string | number) => formatShortNumber(Number(value)),
  };
  const shares = { stepSize: 0.2, callback: (value: string | number) => Number(value).toFixed(1) };
  return {
    type: "linear" as const,
    min,
    max,
    border: { color: COLOR.frame },
    grid: { color: COLOR.grid, tickColor: COLOR.frame },
    ticks: {
      ...(range === undefined ? shares : numbers),
      font: chartFont(13),
      color: COLOR.text,
      padding: 4,
    },
    title: { display: true, text: title, font: chartFont(14), color: COLOR.text, padding: 6 },
  };
}

/** One row of text, centred above the data. */
function drawCentred(
  context: SKRSContext2D,
  area: Area,
  text: string,
  { size, y, room }: { size: number; y: number; room: number },
): void {
  context.save();
  context.font = canvasFont(size);
  context.fillStyle = COLOR.text;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const measure = (part: string) => context.measureText(part).width;
  context.fillText(cut(text, room, measure), area.left + area.side / 2, y);
  context.restore();
}
