import { UserError } from "../../src/definition/errors.js";
import type { Measured } from "./metrics.js";

/**
 * Holds metrics against what a release must reach.
 * @returns a line for each, in the order of the thresholds
 * @throws {UserError} that tells each metric that is too low or was not measured
 */
export function checkMetrics(
  metrics: ReadonlyMap<string, Measured>,
  atLeast: Readonly<Record<string, number>>,
): readonly string[] {
  const wrong: string[] = [];
  const right: string[] = [];
  for (const [name, least] of Object.entries(atLeast)) {
    const value = metrics.get(name)?.value;
    if (value === undefined) {
      wrong.push(
        `${name} was not measured, expected at least ${least}; there are ${[...metrics.keys()].join(", ")}`,
      );
    } else if (!(value >= least)) wrong.push(`${name} is ${value.toFixed(4)}, expected at least ${least}`);
    else right.push(`${name} ${value.toFixed(4)} is at least ${least}`);
  }
  if (wrong.length > 0) {
    throw new UserError(`The model is not good enough for a release: ${wrong.join("; ")} (src/release.ts).`);
  }
  return right;
}
