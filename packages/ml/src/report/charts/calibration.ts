import type { CalibrationBin } from "../evaluation.js";
import { formatCount, formatPercent } from "../format.js";
import { type Html, markup } from "../html.js";
import { horizontalAxis, linearScale, type PlotArea, verticalAxis } from "./axis.js";
import { coordinate, svgImage } from "./image.js";
import { percentTicks } from "./ticks.js";

const area: PlotArea = { left: 62, top: 12, width: 318, height: 318 };
const strip = { bottom: 436, height: 36 };
const x = linearScale([0, 1], [area.left, area.left + area.width]);
const y = linearScale([0, 1], [area.top + area.height, area.top]);

/** Observed share over predicted probability, one point per bin, with the bins' sizes below. */
export function calibrationChart(calibration: readonly CalibrationBin[], positiveLabel: string): Html {
  const bins = drawableBins(calibration);
  return svgImage(
    {
      id: "calibration",
      width: 400,
      height: 442,
      title: "Calibration",
      description: `Observed share of “${positiveLabel}” against the mean predicted probability in ${bins.length} bins. On the diagonal the two agree.`,
    },
    markup`${horizontalAxis(area, x, percentTicks, "Predicted probability")}
${verticalAxis(area, y, percentTicks, "Observed share")}
<path class="reference" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
<path class="faint-curve" d="${bins.map((bin, index) => `${index === 0 ? "M" : "L"}${coordinate(x(bin.meanPredicted))} ${coordinate(y(bin.observedShare))}`).join("")}"/>
${bins.map(binMark)}
${countStrip(bins)}`,
  );
}

/** The bins that have rows, by ascending probability. */
export function drawableBins(bins: readonly CalibrationBin[]): CalibrationBin[] {
  return bins
    .filter(
      (bin) => bin.count > 0 && Number.isFinite(bin.meanPredicted) && Number.isFinite(bin.observedShare),
    )
    .sort((a, b) => a.meanPredicted - b.meanPredicted);
}

function binMark({ meanPredicted, observedShare, count, interval }: CalibrationBin): Html {
  const cx = coordinate(x(meanPredicted));
  const whisker =
    interval !== undefined &&
    Number.isFinite(interval.lower + interval.upper) &&
    markup`<line class="whisker" x1="${cx}" x2="${cx}" y1="${coordinate(y(interval.lower))}" y2="${coordinate(y(interval.upper))}"/>`;
  return markup`<g><title>predicted ${formatPercent(meanPredicted)}, observed ${formatPercent(observedShare)}, ${formatCount(count)} rows</title>${whisker}<circle class="point" cx="${cx}" cy="${coordinate(y(observedShare))}" r="5"/></g>`;
}

/** One bar per bin. A label that would overlap the previous one is omitted; the table has all numbers. */
function countStrip(bins: readonly CalibrationBin[]): Html {
  const largest = Math.max(...bins.map((bin) => bin.count));
  let labelEnd = Number.NEGATIVE_INFINITY;
  const bars = bins.map(({ meanPredicted, count }) => {
    const middle = x(meanPredicted);
    const height = Math.max(1.5, (count / largest) * strip.height);
    const label = formatCount(count);
    const halfWidth = label.length * 4.5;
    const fits = middle - halfWidth > labelEnd + 2;
    if (fits) labelEnd = middle + halfWidth;
    const top = strip.bottom - height;
    return markup`<rect class="bar-other" x="${coordinate(middle - 5)}" y="${coordinate(top)}" width="10" height="${coordinate(height)}"/>${fits && markup`<text class="count" x="${coordinate(middle)}" y="${coordinate(top - 4)}" text-anchor="middle">${label}</text>`}`;
  });
  return markup`<g><text class="tick" x="${area.left - 8}" y="${strip.bottom - 4}" text-anchor="end">Count</text>${bars}</g>`;
}
