import type { Unit } from "../evaluation.js";
import { formatCount, formatShortCount, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import { capitalised, shortened } from "../wording.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis } from "./axis.js";
import { coordinate, svgImage } from "./image.js";
import { outsideNote } from "./outside-note.js";
import { countTicks, valueTicks } from "./ticks.js";

const area: PlotArea = { left: 66, top: 12, width: 318, height: 318 };
const bins = 30;

/**
 * How many rows have which residual, around 0, and a note on rows beyond the range.
 * @param residuals n ≥ 1 finite numbers
 * @param range what is drawn; it includes 0
 */
export function residualHistogram(
  residuals: Float64Array,
  range: readonly [number, number],
  { unit, xTitle }: { readonly unit: Unit; readonly xTitle: string },
): Html {
  const counts = countBins(residuals, range);
  const ticks = countTicks(counts.reduce((a, b) => Math.max(a, b), 0));
  const x = linearScale(range, [area.left, area.left + area.width]);
  const y = linearScale([0, ticks.at(-1) ?? 1], [area.top + area.height, area.top]);
  const width = area.width / bins;
  const edge = (bin: number) => formatStatistic(range[0] + (bin / bins) * (range[1] - range[0]));
  const bars = Array.from(counts, (count, bin) => {
    const top = coordinate(y(count));
    return (
      count > 0 &&
      markup`<rect class="bar-accent" x="${coordinate(area.left + bin * width + 0.5)}" y="${top}" width="${coordinate(width - 1)}" height="${coordinate(area.top + area.height - top)}"><title>${edge(bin)} to ${edge(bin + 1)}: ${formatCount(count)}</title></rect>`
    );
  });
  const note = outsideNote(counts.reduce((rest, count) => rest - count, residuals.length));
  return markup`${svgImage(
    {
      id: "residual-histogram",
      width: 400,
      height: 382,
      title: "Residuals",
      description: `Number of ${unit.plural} by residual, from ${edge(0)} to ${edge(bins)}.`,
    },
    markup`${horizontalAxis(area, x, valueTicks(range, 5), xTitle)}
${verticalAxis(
  area,
  y,
  ticks.map((value) => ({ value, label: formatShortCount(value) })),
  capitalised(shortened(unit.plural, 30)),
)}
${bars}<line class="threshold" x1="${coordinate(x(0))}" x2="${coordinate(x(0))}" y1="${area.top}" y2="${area.top + area.height}"/>`,
  )}${note !== "" && markup`<p class="chart-note">${note}</p>`}`;
}

function countBins(residuals: Float64Array, [from, to]: readonly [number, number]): Uint32Array {
  const counts = new Uint32Array(bins);
  for (let row = 0; row < residuals.length; row++) {
    const share = ((residuals[row] ?? 0) - from) / (to - from);
    if (!(share >= 0 && share <= 1)) continue;
    const bin = Math.min(bins - 1, Math.floor(share * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
