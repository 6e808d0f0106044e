import type { ErrorDecile } from "../error-deciles.js";
import { formatCount, formatShortNumber, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis } from "./axis.js";
import { coordinate, svgImage } from "./image.js";
import { valueTicks } from "./ticks.js";

const area: PlotArea = { left: 66, top: 12, width: 318, height: 318 };

/** Mean absolute error of each tenth of the predictions, lowest first, with the mean error of all rows across. */
export function decileChart(
  deciles: readonly ErrorDecile[],
  { overall, yTitle }: { readonly overall: number; readonly yTitle: string },
): Html {
  const hasOverall = overall >= 0 && overall < 1e290;
  const largest = Math.max(hasOverall ? overall : 0, ...deciles.map((decile) => decile.meanAbsoluteError));
  const range = [0, largest > 0 ? largest * 1.08 : 1] as const;
  const x = linearScale([0, deciles.length], [area.left, area.left + area.width]);
  const y = linearScale(range, [area.top + area.height, area.top]);
  const width = area.width / deciles.length;
  const bars = deciles.map((decile, i) => {
    const top = coordinate(y(decile.meanAbsoluteError));
    const text = `Predictions from ${formatStatistic(decile.from)} to ${formatStatistic(decile.to)}: mean absolute error ${formatStatistic(decile.meanAbsoluteError)}, ${formatCount(decile.rows)} rows`;
    return markup`<rect class="bar-accent" x="${coordinate(area.left + i * width + 2)}" y="${top}" width="${coordinate(width - 4)}" height="${coordinate(area.top + area.height - top)}"><title>${text}</title></rect>`;
  });
  return svgImage(
    {
      id: "deciles",
      width: 400,
      height: 382,
      title: "Error by decile of the prediction",
      description: `Mean absolute error of ${deciles.length} parts of the test rows, from the lowest predictions to the highest; ${formatStatistic(overall)} of all.`,
    },
    markup`${horizontalAxis(
      area,
      x,
      deciles.map((_, i) => ({ value: i + 0.5, label: String(i + 1) })),
      "Part of the predictions, lowest first",
    )}
${verticalAxis(area, y, valueTicks(range, 5), yTitle)}
${bars}${hasOverall && overallLine(coordinate(y(overall)), overall)}`,
  );
}

function overallLine(y: number, overall: number): Html {
  return markup`<line class="threshold" x1="${area.left}" x2="${area.left + area.width}" y1="${y}" y2="${y}"/>
<text class="label" x="${area.left + 6}" y="${y - 6}">all: ${formatShortNumber(overall)}</text>`;
}
