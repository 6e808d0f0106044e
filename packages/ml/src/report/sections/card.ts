import type { Estimate } from "../estimate.js";
import { formatDecimal, formatInterval, formatPercent, formatPercentInterval } from "../format.js";
import { type Html, markup } from "../html.js";

/** A card of a share, in percent. */
export function percentCard(name: string, alias: string, estimate: Estimate, explanation: string): Html {
  const range = formatPercentInterval(estimate.interval);
  return card({ name, alias, explanation, estimate, range, figure: formatPercent(estimate.value) });
}

/** A card of a number from 0 to 1. */
export function numberCard(name: string, alias: string, estimate: Estimate, explanation: string): Html {
  const format = (value: number) => formatDecimal(value, 3);
  const range = formatInterval(estimate.interval, format);
  return card({ name, alias, explanation, estimate, range, figure: format(estimate.value) });
}

/** A card of a number of any size, without a gauge. */
export function figureCard(
  name: string,
  alias: string,
  estimate: Estimate,
  {
    format,
    explanation,
    withoutInterval,
  }: {
    readonly format: (value: number) => string;
    readonly explanation: string;
    /** Stands for the interval of a figure that has none. */
    readonly withoutInterval?: string;
  },
): Html {
  const interval = formatInterval(estimate.interval, format);
  const figure = format(estimate.value);
  return card({
    name,
    alias,
    explanation,
    estimate,
    range: interval,
    withoutInterval,
    figure,
    hasGauge: false,
  });
}

interface Card {
  readonly name: string;
  readonly alias: string;
  readonly explanation: string;
  readonly estimate: Estimate;
  /** The interval in words; undefined without one. */
  readonly range: string | undefined;
  /** The value in words. */
  readonly figure: string;
  readonly hasGauge?: boolean;
  readonly withoutInterval?: string | undefined;
}

function card(properties: Card): Html {
  const { name, alias, explanation, estimate, range, figure, hasGauge = true } = properties;
  const { value, interval } = estimate;
  const reason = Number.isNaN(value)
    ? "not defined here"
    : (properties.withoutInterval ?? "interval not given");
  return markup`<article class="card">
<h3>${name}${alias !== "" && markup` <span class="muted">${alias}</span>`}</h3>
<p class="figure">${figure}</p>
<p class="interval">${range === undefined ? reason : `95% CI ${range}`}</p>
${hasGauge && gauge({ value, interval: range === undefined ? undefined : interval })}
<p class="explanation">${explanation}</p>
</article>`;
}

/** The value and its interval on a line from 0 to 1; coordinates are percentages, so that it fits any card. */
function gauge({ value, interval }: Estimate): Html {
  return markup`<svg class="gauge" aria-hidden="true"><line class="track" x1="0" x2="100%" y1="50%" y2="50%"/>${
    interval !== undefined &&
    markup`<line class="range" x1="${percent(interval.lower)}%" x2="${percent(interval.upper)}%" y1="50%" y2="50%"/>`
  }${!Number.isNaN(value) && markup`<circle class="point" cx="${percent(value)}%" cy="50%" r="4.5"/>`}</svg>`;
}

function percent(share: number): number {
  return Number((Math.min(1, Math.max(0, share)) * 100).toFixed(2));
}
