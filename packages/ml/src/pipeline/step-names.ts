import { InvalidParameterError } from "../errors.js";

/**
 * Checks the names of steps, and that no estimator is two of them: its second fit would replace what the first has learned.
 * @param parameter names the list in the error
 * @throws {InvalidParameterError} for an empty name, one that holds "__" or stands twice, or an estimator that stands twice
 */
export function requireDistinctSteps(
  parameter: string,
  steps: readonly (readonly [name: string, step: unknown, ...others: unknown[]])[],
): void {
  const named = new Map<unknown, string>();
  for (const [name, step] of steps) {
    const found = JSON.stringify(name);
    if (name === "" || name.includes("__")) {
      throw new InvalidParameterError(parameter, `the name ${found}`, 'a name without "__"');
    }
    if ([...named.values()].includes(name)) {
      throw new InvalidParameterError(parameter, `the name ${found} twice`, "a name of its own for each");
    }
    const other = typeof step === "string" ? undefined : named.get(step);
    if (other !== undefined) {
      const same = `the same object as ${JSON.stringify(other)} and ${found}`;
      throw new InvalidParameterError(parameter, same, "an object of its own for each");
    }
    named.set(typeof step === "string" ? Symbol(name) : step, name);
  }
}
