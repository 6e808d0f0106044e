import { encodeLabels, type Labels, uniqueLabels } from "../labels.js";
import { RandomState } from "./random-state.js";
import { splitSizes } from "./split-sizes.js";

/**
 * Draws groups (patients, households, machines) at random, and takes all rows of a group for training or all for testing.
 * @param groups the group of each row
 * @param options.testSize fraction or number of the groups, not of the rows. Default: the rest of `trainSize`, or 0.25
 * @param options.trainSize likewise. Default: the rest of `testSize`
 * @returns row numbers, ascending
 * @throws {ShapeError} when no group would be left to train on
 * @throws {InvalidParameterError} when a size or the seed is out of range, or numbers and texts are mixed
 * @throws {NotFiniteError} when a group is NaN or infinite
 * @see scikit-learn, model_selection.GroupShuffleSplit, whose default size is 0.2
 */
export function groupShuffleSplit(
  groups: Labels,
  options: { readonly testSize?: number; readonly trainSize?: number; readonly randomState?: number },
): { train: Uint32Array; test: Uint32Array } {
  const distinct = uniqueLabels(groups);
  const { nTrain, nTest } = splitSizes(distinct.length, options.testSize, options.trainSize, "group");
  const order = new RandomState(options.randomState).permutation(distinct.length);
  // 1 for the groups to test with, 2 for those to train on, 0 for the rest.
  const partOfGroup = new Uint8Array(distinct.length);
  for (const group of order.subarray(0, nTest)) partOfGroup[group] = 1;
  for (const group of order.subarray(nTest, nTest + nTrain)) partOfGroup[group] = 2;
  const parts = Uint8Array.from(encodeLabels(groups, distinct), (group) => partOfGroup[group] ?? 0);
  return { train: rowsOf(parts, 2), test: rowsOf(parts, 1) };
}

/** The rows of a part, ascending. */
function rowsOf(parts: Uint8Array, part: number): Uint32Array {
  let count = 0;
  for (const each of parts) if (each === part) count += 1;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < parts.length; row++) if (parts[row] === part) rows[at++] = row;
  return rows;
}
