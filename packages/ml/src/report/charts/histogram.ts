import type { Evaluation, Unit } from "../evaluation.js";
import { formatCount, formatPercent, formatShortCount, formatStatistic } from "../format.js";
import { type Html, markup } from "../html.js";
import { type ScoreBins, scoreBins } from "../score-bins.js";
import { capitalised, countOf, inQuotes, shortened } from "../wording.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis, verticalGridLines } from "./axis.js";
import { coordinate, svgImage } from "./image.js";
import { countTicks, percentTicks } from "./ticks.js";

const bins = 20;
const left = 62;
const width = 318;
const positiveArea: PlotArea = { left, top: 30, width, height: 158 };
const negativeArea: PlotArea = { left, top: 230, width, height: 158 };
const x = linearScale([0, 1], [left, left + width]);

/** Histograms of the predicted probability for each true class, on one scale, with the threshold across both. */
export function scoreHistogram({ scores, positiveLabel, negativeLabel, unit }: Evaluation): Html {
  const positive = scoreBins(scores, true, bins);
  const negative = scoreBins(scores, false, bins);
  const ticks = countTicks(Math.max(...positive.counts, ...negative.counts));
  return svgImage(
    {
      id: "histogram",
      width: 400,
      height: 442,
      title: "Predicted probabilities by true class",
      description: `${description(positiveLabel, positive, unit)} ${description(negativeLabel, negative, unit)} The threshold is ${formatStatistic(scores.threshold)}.`,
    },
    markup`${verticalGridLines(positiveArea, x, percentTicks)}
${panel(positiveArea, positive, ticks, "bar-accent", positiveLabel, unit)}
${horizontalAxis(negativeArea, x, percentTicks, `Predicted probability of ${inQuotes(shortened(positiveLabel, 18))}`)}
${panel(negativeArea, negative, ticks, "bar-other", negativeLabel, unit)}
${thresholdLine(scores.threshold)}`,
  );
}

function description(label: string, { rows, predictedPositive }: ScoreBins, unit: Unit): string {
  return `Actually ${inQuotes(label)}: ${countOf(rows, unit)}, of which ${formatPercent(predictedPositive / rows)} reach the threshold.`;
}

function panel(
  area: PlotArea,
  { counts, rows }: ScoreBins,
  ticks: readonly number[],
  barClass: string,
  label: string,
  unit: Unit,
): Html {
  const ofClass = shortened(countOf(rows, unit), 24);
  const bottom = area.top + area.height;
  const y = linearScale([0, ticks.at(-1) ?? 1], [bottom, area.top]);
  const labelled = ticks.map((value) => ({ value, label: formatShortCount(value) }));
  const bars = counts.map((count, bin) => {
    const top = coordinate(y(count));
    const range = `${formatPercent(bin / bins, 0)} to ${formatPercent((bin + 1) / bins, 0)}`;
    return (
      count > 0 &&
      markup`<rect class="${barClass}" x="${coordinate(x(bin / bins) + 0.75)}" y="${top}" width="${coordinate(width / bins - 1.5)}" height="${coordinate(bottom - top)}"><title>${range}: ${formatCount(count)}</title></rect>`
    );
  });
  return markup`<g>${verticalAxis(area, y, labelled, capitalised(shortened(unit.plural, 20)))}${bars}<text class="panel-title" x="4" y="${area.top - 11}">Actually ${inQuotes(shortened(label, Math.max(8, 30 - ofClass.length)))}: ${ofClass}</text></g>`;
}

function thresholdLine(threshold: number): Html | undefined {
  if (!(threshold >= 0 && threshold <= 1)) return undefined;
  const at = coordinate(x(threshold));
  const isFarRight = threshold > 0.6;
  const lines = [positiveArea, negativeArea].map(
    ({ top, height }) =>
      markup`<line class="threshold" x1="${at}" x2="${at}" y1="${top}" y2="${top + height}"/>`,
  );
  return markup`<g>${lines}<text class="label" x="${isFarRight ? at - 6 : at + 6}" y="${positiveArea.top + 14}" text-anchor="${isFarRight ? "end" : "start"}">threshold ${formatStatistic(threshold)}</text></g>`;
}
