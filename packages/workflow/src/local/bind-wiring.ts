import type { Binding } from "../definition/graph.js";
import type { Inputs } from "../definition/port.js";
import { type RunScope, resolveBinding } from "./scope.js";
import type { TaskValue, TaskValues } from "./task-value.js";

/**
 * Resolves the wiring of a step or workflow to the values of its inputs.
 * @param ports the inputs of the step or workflow
 */
export function bindWiring(
  wiring: Readonly<Record<string, Binding>>,
  scope: RunScope,
  ports: Inputs,
): TaskValues {
  const values: Record<string, TaskValue | undefined> = {};
  for (const [name, binding] of Object.entries(wiring)) {
    const port = ports[name];
    if (port !== undefined) values[name] = resolveBinding(scope, binding, port, `input "${name}"`);
  }
  return values;
}
