import type { StepOutput } from "../definition/comparison.js";
import type { RunRecord } from "../local/run-record.js";
import { findArtifact } from "./read-step-output.js";

/**
 * Why two runs did not score the same rows: an artifact that has to be equal in both is not, by the digests in their records.
 * @returns undefined if all are equal
 */
export function differingRows(
  sameRows: readonly StepOutput[],
  first: RunRecord,
  second: RunRecord,
): string | undefined {
  for (const output of sameRows) {
    const [a, b] = [findArtifact(first, output), findArtifact(second, output)];
    if (typeof a === "string") return a;
    if (typeof b === "string") return b;
    if (a.sha256 !== b.sha256) {
      return `the runs scored different rows: ${output.output} of ${output.step} differs`;
    }
  }
  return undefined;
}
