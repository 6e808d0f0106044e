import type { Binding } from "../definition/graph.js";
import type { Inputs } from "../definition/port.js";
import { type Scope, valueOfBinding } from "./scope.js";
import type { StoredValue, StoredValues } from "./value.js";

/**
 * The values that a wiring gives to the inputs of a step or workflow.
 * @param ports the inputs
 */
export function bindWiring(
  wiring: Readonly<Record<string, Binding>>,
  scope: Scope,
  ports: Inputs,
): StoredValues {
  const values: Record<string, StoredValue | undefined> = {};
  for (const [name, binding] of Object.entries(wiring)) {
    const port = ports[name];
    if (port !== undefined) values[name] = valueOfBinding(scope, binding, port, `input "${name}"`);
  }
  return values;
}
