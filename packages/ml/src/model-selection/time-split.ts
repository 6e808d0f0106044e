import { NotFiniteError, ShapeError } from "../errors.js";
import { splitSizes } from "./split-sizes.js";

/**
 * Takes the newest rows for testing and all older ones for training. Rows of the same time as the oldest test row are test
 * rows too, so that every training row is older than every test row.
 * @param times the time of each row, in any unit
 * @param options.testSize fraction of the rows, rounded up, or a number of rows: the least of them. Default: 0.25
 * @returns row numbers, ascending
 * @throws {ShapeError} when no row would be older than the test rows
 * @throws {InvalidParameterError} when the size is out of range
 * @throws {NotFiniteError} when a time is NaN or infinite
 */
export function timeSplit(
  times: ArrayLike<number>,
  { testSize }: { readonly testSize?: number },
): { train: Uint32Array; test: Uint32Array } {
  for (let row = 0; row < times.length; row++) {
    const time = times[row] ?? Number.NaN;
    if (!Number.isFinite(time)) throw new NotFiniteError("times", row + 1, time);
  }
  const { nTrain } = splitSizes(times.length, testSize);
  const border = Float64Array.from(times).sort()[nTrain] ?? Number.NaN;
  let older = 0;
  for (let row = 0; row < times.length; row++) if ((times[row] ?? 0) < border) older += 1;
  if (older === 0) {
    throw new ShapeError(
      `times: no row is older than ${border}, the time from which on rows are for testing. Reduce testSize, or use times that differ.`,
    );
  }
  const train = new Uint32Array(older);
  const test = new Uint32Array(times.length - older);
  let atTrain = 0;
  let atTest = 0;
  for (let row = 0; row < times.length; row++) {
    if ((times[row] ?? 0) < border) train[atTrain++] = row;
    else test[atTest++] = row;
  }
  return { train, test };
}
