import { ShapeError } from "../errors.js";
import { encodeLabels, type Labels, uniqueLabels } from "../labels.js";
import { requireAsManyAsFolds } from "./rows-to-split.js";

/** The groups of rows that stay together. */
export interface EncodedGroups {
  /** The group of each row, from 0; groups ascending. */
  readonly codes: Int32Array;
  readonly nGroups: number;
}

/**
 * Numbers the groups.
 * @param splitter names the caller in errors
 * @throws {ShapeError} without groups
 * @throws {NotFiniteError} when a group is NaN or infinite
 * @throws {InvalidParameterError} when there are fewer groups than folds, or numbers and texts are mixed
 */
export function encodeGroups(splitter: string, nSplits: number, groups: Labels | undefined): EncodedGroups {
  if (groups === undefined) {
    throw new ShapeError(
      `${splitter}.split: expected groups, one label for each row, whose rows stay together.`,
    );
  }
  const distinct = uniqueLabels(groups);
  requireAsManyAsFolds(nSplits, distinct.length, "groups");
  return { codes: encodeLabels(groups, distinct), nGroups: distinct.length };
}
