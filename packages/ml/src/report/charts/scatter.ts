import { type DensityGrid, densityGrid, densityLevel } from "../../density-grid.js";
import { formatCount } from "../format.js";
import { type Html, markup } from "../html.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis } from "./axis.js";
import { coordinate, type Image, svgImage } from "./image.js";
import { outsideNote } from "./outside-note.js";
import { valueTicks } from "./ticks.js";

const area: PlotArea = { left: 66, top: 12, width: 318, height: 318 };

/** Up to here each row is a dot. */
const mostDots = 1000;

/** Cells of the density in each direction, and shades of it. */
const cells = 53;
const levels = 6;

/** What to draw. */
export interface Scatter extends Pick<Image, "id" | "title" | "description"> {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly xRange: readonly [number, number];
  readonly yRange: readonly [number, number];
  readonly xTitle: string;
  readonly yTitle: string;
  /** Ends of the line on which right predictions lie. */
  readonly reference: readonly [readonly [number, number], readonly [number, number]];
}

/** Rows by two numbers: dots, or of many rows cells that are darker where more of them are. */
export function scatterChart(scatter: Scatter): Html {
  const { id, title, description, xRange, yRange, xTitle, yTitle, reference } = scatter;
  const x = linearScale(xRange, [area.left, area.left + area.width]);
  const y = linearScale(yRange, [area.top + area.height, area.top]);
  const grid = densityGrid(scatter.x, scatter.y, { xRange, yRange, columns: cells, rows: cells });
  const isDense = scatter.x.length > mostDots;
  const [[fromX, fromY], [toX, toY]] = reference;
  return markup`${svgImage(
    { id, width: 400, height: 382, title, description },
    markup`${horizontalAxis(area, x, valueTicks(xRange, 5), xTitle)}
${verticalAxis(area, y, valueTicks(yRange, 5), yTitle)}
${isDense ? density(grid) : markup`<path class="dots" d="${dots(scatter, x, y)}"/>`}
<path class="reference" d="M${coordinate(x(fromX))} ${coordinate(y(fromY))}L${coordinate(x(toX))} ${coordinate(y(toY))}"/>`,
  )}${note(grid, isDense)}`;
}

function note({ largest, outside }: DensityGrid, isDense: boolean): Html | undefined {
  const shades = isDense ? `Darker cells have more rows, up to ${formatCount(largest)}. ` : "";
  const sentence = `${shades}${outsideNote(outside)}`.trim();
  return sentence === "" ? undefined : markup`<p class="chart-note">${sentence}</p>`;
}

function dots(
  { x: xs, y: ys, xRange, yRange }: Scatter,
  x: (value: number) => number,
  y: (value: number) => number,
): string {
  let path = "";
  for (let row = 0; row < xs.length; row++) {
    const [a, b] = [xs[row] ?? 0, ys[row] ?? 0];
    if (a < xRange[0] || a > xRange[1] || b < yRange[0] || b > yRange[1]) continue;
    path += `M${coordinate(x(a))} ${coordinate(y(b))}h0`;
  }
  return path;
}

/** One path for each shade: as many rectangles as cells, in few bytes. */
function density({ counts, largest }: DensityGrid): Html[] {
  const size = area.width / cells;
  const paths = Array.from({ length: levels }, () => "");
  counts.forEach((count, cell) => {
    const level = densityLevel(count, largest, levels);
    if (level === 0) return;
    const left = coordinate(area.left + (cell % cells) * size);
    const top = coordinate(area.top + area.height - (Math.floor(cell / cells) + 1) * size);
    paths[level - 1] += `M${left} ${top}h6v6h-6z`;
  });
  return paths.flatMap((path, i) =>
    path === ""
      ? []
      : [markup`<path class="density" fill-opacity="${Number(((i + 1) / levels).toFixed(2))}" d="${path}"/>`],
  );
}
