import { InvalidParameterError, ShapeError } from "../errors.js";
import { meanAndDeviation } from "../pairwise-sum.js";

/** The score of one candidate in one fold, both counted from 0. */
export interface SearchScore {
  readonly candidate: number;
  readonly fold: number;
  /** On the fold's test rows: the greater, the better. */
  readonly score: number;
  /** On the fold's training rows. */
  readonly trainScore?: number;
}

/** What a search found out about one candidate. */
export interface CandidateResult<Parameters> {
  readonly parameters: Parameters;
  /** The score of each fold. */
  readonly scores: readonly number[];
  readonly mean: number;
  /** Standard deviation of the folds' scores, their number in the denominator. */
  readonly std: number;
  /** 1 is best; equal means share the lowest number. */
  readonly rank: number;
  /** The same of the training rows, if they were measured. */
  readonly train?: { readonly scores: readonly number[]; readonly mean: number; readonly std: number };
}

/** What a search found out. */
export interface SearchResults<Parameters> {
  /** In the order of the candidates. */
  readonly results: readonly CandidateResult<Parameters>[];
  /** The place of the best candidate: the first one of rank 1. */
  readonly bestIndex: number;
  readonly bestParameters: Parameters;
  /** The mean score of the best candidate. It is the best of several, so a little too good: measure on test rows. */
  readonly bestScore: number;
}

/**
 * Ranks candidates by their mean score over the folds. Candidates whose mean is NaN rank last.
 * @param candidates k ≥ 1 parameters
 * @param scores one for each candidate and fold, in any order
 * @throws {ShapeError} when there is no candidate
 * @throws {InvalidParameterError} naming the candidate and the fold whose score is missing, there twice, or of no candidate
 * @see scikit-learn, model_selection.GridSearchCV, cv_results_
 */
export function collectSearchResults<Parameters>(
  candidates: readonly Parameters[],
  scores: readonly SearchScore[],
): SearchResults<Parameters> {
  const table = scoreTable(candidates.length, scores);
  const summaries = table.map((row) => meanAndDeviation(row.map(({ score }) => score)));
  const means = summaries.map(({ mean }) => (Number.isNaN(mean) ? Number.NEGATIVE_INFINITY : mean));
  const results = candidates.map((parameters, index): CandidateResult<Parameters> => {
    const row = table[index] ?? [];
    const { mean, std } = summaries[index] ?? { mean: Number.NaN, std: Number.NaN };
    const trainScores = row.flatMap(({ trainScore }) => (trainScore === undefined ? [] : [trainScore]));
    const result = {
      parameters,
      scores: row.map(({ score }) => score),
      mean,
      std,
      rank: 1 + means.filter((other) => other > (means[index] ?? 0)).length,
    };
    if (trainScores.length !== row.length) return result;
    return { ...result, train: { scores: trainScores, ...meanAndDeviation(trainScores) } };
  });
  const bestIndex = results.findIndex(({ rank }) => rank === 1);
  const best = results[bestIndex];
  if (best === undefined)
    throw new ShapeError("collectSearchResults: found no candidates, expected at least one.");
  return { results, bestIndex, bestParameters: best.parameters, bestScore: best.mean };
}

/** The scores of each candidate, in the order of the folds. */
function scoreTable(nCandidates: number, scores: readonly SearchScore[]): SearchScore[][] {
  const nFolds = scores.reduce((most, { fold }) => Math.max(most, fold + 1), 0);
  const byPlace = new Map(scores.map((score) => [`${score.candidate}, ${score.fold}`, score]));
  const table = Array.from({ length: nCandidates }, (_, candidate) =>
    Array.from({ length: nFolds }, (_, fold) => {
      const score = byPlace.get(`${candidate}, ${fold}`);
      if (score !== undefined) return score;
      throw new InvalidParameterError(
        "scores",
        `none of candidate ${candidate} in fold ${fold}`,
        "one of each",
      );
    }),
  );
  if (scores.length !== nCandidates * nFolds || nFolds === 0) {
    throw new InvalidParameterError(
      "scores",
      `${scores.length} scores`,
      `one for each of ${nCandidates} candidates in each of ${nFolds} folds`,
    );
  }
  return table;
}
