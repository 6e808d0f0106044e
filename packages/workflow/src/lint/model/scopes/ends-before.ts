import type { Call } from "../call.js";
import { ancestorsOf, declaredDependencies } from "../dependencies.js";

/** Whether the task or step of that name has ended before another one starts. */
export function endsBefore(name: string, call: Call): boolean {
  // Most tasks read from their direct dependencies, which is cheaper to check.
  return declaredDependencies(call).has(name) || ancestorsOf(call).has(name);
}
