import type { Coefficient, Interval } from "./evaluation.js";

/** A coefficient as a reader meets it: what the odds are multiplied by. */
export interface OddsRatio {
  readonly name: string;
  readonly coefficient: number;
  /** exp(coefficient). */
  readonly ratio: number;
  /** 95 % Wald interval, exp(coefficient ± 1.96 standard errors). */
  readonly interval: Interval | undefined;
}

/** Odds ratios from the strongest to the weakest, whichever way they point; undefined ones come last. */
export function oddsRatios(coefficients: readonly Coefficient[]): OddsRatio[] {
  return coefficients
    .map(({ name, coefficient, standardError }) => ({
      name,
      coefficient,
      ratio: Math.exp(coefficient),
      interval: waldInterval(coefficient, standardError),
    }))
    .sort((a, b) => strength(b) - strength(a));
}

/** The 97.5 % quantile of the standard normal distribution. */
const normalQuantile = 1.959963984540054;

function waldInterval(coefficient: number, standardError: number | undefined): Interval | undefined {
  if (standardError === undefined) return undefined;
  const low = Math.exp(coefficient - normalQuantile * standardError);
  const high = Math.exp(coefficient + normalQuantile * standardError);
  return Number.isNaN(low) || Number.isNaN(high) ? undefined : { low, high };
}

function strength({ coefficient }: OddsRatio): number {
  return Number.isNaN(coefficient) ? -1 : Math.abs(coefficient);
}
