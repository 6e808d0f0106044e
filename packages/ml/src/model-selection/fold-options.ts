import { InvalidParameterError } from "../errors.js";
import { RandomState } from "./random-state.js";

/** Options of the splitters that may shuffle. */
export interface FoldOptions {
  /** Number of folds, ≥ 2. Default: 5. */
  readonly nSplits?: number;
  /** Whether to shuffle before the division. Default: `false`. */
  readonly shuffle?: boolean;
  /** Seed, a whole number from 0 to 2³² − 1, only with `shuffle`. Default: random, so that every call differs. */
  readonly randomState?: number;
}

/**
 * The number of folds.
 * @throws {InvalidParameterError} unless it is a whole number of at least 2
 */
export function requireFoldCount(nSplits = 5): number {
  if (Number.isInteger(nSplits) && nSplits >= 2) return nSplits;
  throw new InvalidParameterError("nSplits", nSplits, "a whole number of at least 2");
}

/**
 * The source of random numbers of each call of `split`, undefined without shuffling.
 * @throws {InvalidParameterError} for a seed out of range, or one that has no effect because nothing is shuffled
 */
export function shuffling({ shuffle = false, randomState }: FoldOptions): () => RandomState | undefined {
  if (!shuffle && randomState !== undefined) {
    throw new InvalidParameterError(
      "randomState",
      randomState,
      "none, because nothing is shuffled; set shuffle: true",
    );
  }
  if (!shuffle) return () => undefined;
  // Reports a seed out of range at once.
  if (randomState !== undefined) new RandomState(randomState);
  return () => new RandomState(randomState);
}
