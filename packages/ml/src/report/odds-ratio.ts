import type { Interval } from "../metrics/interval.js";
import type { Coefficient } from "./evaluation.js";

/** A coefficient as an odds ratio: the factor by which the odds are multiplied. */
export interface OddsRatio {
  readonly name: string;
  /** The model's coefficient. */
  readonly coefficient: number;
  /** exp(log odds ratio). */
  readonly ratio: number;
  /** 95 % Wald interval, exp(log odds ratio ± 1.96 standard errors). */
  readonly interval: Interval | undefined;
}

/** A coefficient without an odds ratio, with the reason. */
export interface UndeterminedRatio {
  readonly name: string;
  readonly coefficient: number;
  readonly undetermined: string;
}

/** Odds ratios by descending strength, in either direction; undefined ones come last. */
export function oddsRatios(coefficients: readonly Coefficient[]): OddsRatio[] {
  return coefficients
    .flatMap((entry) => {
      if ("undetermined" in entry) return [];
      const { name, coefficient, logOddsRatio = coefficient, standardError } = entry;
      const interval = waldInterval(logOddsRatio, standardError);
      return [
        { name, coefficient, ratio: Math.exp(logOddsRatio), interval, strength: strength(logOddsRatio) },
      ];
    })
    .sort((a, b) => b.strength - a.strength);
}

/** The coefficients whose odds ratio the training rows do not determine, the strongest first. */
export function undeterminedRatios(coefficients: readonly Coefficient[]): UndeterminedRatio[] {
  return coefficients
    .flatMap((entry) => ("undetermined" in entry ? [entry] : []))
    .sort((a, b) => strength(b.coefficient) - strength(a.coefficient));
}

/** The 97.5 % quantile of the standard normal distribution. */
const normalQuantile = 1.959963984540054;

function waldInterval(logOddsRatio: number, standardError: number | undefined): Interval | undefined {
  if (standardError === undefined) return undefined;
  const lower = Math.exp(logOddsRatio - normalQuantile * standardError);
  const upper = Math.exp(logOddsRatio + normalQuantile * standardError);
  return Number.isNaN(lower) || Number.isNaN(upper) ? undefined : { lower, upper, confidence: 0.95 };
}

function strength(logOddsRatio: number): number {
  return Number.isNaN(logOddsRatio) ? -1 : Math.abs(logOddsRatio);
}
