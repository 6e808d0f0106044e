import { isObject } from "../json.js";
import type { Call, TemplateNode } from "../manifest.js";
import { hasPod, isLeaf } from "../template-type.js";
import { anyItem, VariableScope } from "./scope.js";

/** The variables about attempts in a template with a `retryStrategy`. */
export const ofRetries = [
  "retries",
  "lastRetry.exitCode",
  "lastRetry.status",
  "lastRetry.duration",
  "lastRetry.message",
];

/**
 * The variables of a whole template: its inputs, and those of its type.
 *
 * Source: validateInputs and validateTemplate in workflow/validate/validate.go
 */
export function templateScope(node: TemplateNode, globals: VariableScope): VariableScope {
  const { inputs, retryStrategy } = node.template;
  const scope = new VariableScope(globals);
  // All of them as JSON; an empty list if there are none.
  scope.add("inputs.parameters");
  for (const { name } of inputs?.parameters ?? []) scope.add(`inputs.parameters.${name}`);
  // A suspend template has no files.
  const hasFiles = isLeaf(node) && !node.types.includes("suspend");
  for (const { name } of inputs?.artifacts ?? []) {
    scope.add(`inputs.artifacts.${name}`);
    if (hasFiles) scope.add(`inputs.artifacts.${name}.path`);
  }
  if (hasPod(node)) scope.add("pod.name");
  if (retryStrategy !== undefined) scope.add(...ofRetries);
  return scope;
}

/**
 * Adds the variables of the item for a task or step in a loop.
 *
 * Source: addItemsToScope in workflow/validate/validate.go
 */
export function addItems(
  { value: { withItems, withParam, withSequence } }: Call,
  scope: VariableScope,
): void {
  if (withItems !== undefined && withItems.length > 0) {
    for (const item of withItems) {
      if (Array.isArray(item)) for (const i of item.keys()) scope.add(`item.[${i}]`);
      else if (isObject(item)) for (const key of Object.keys(item)) scope.add(`item.${key}`);
      else scope.add("item");
    }
  } else if (withParam) scope.add("item", anyItem);
  else if (withSequence !== undefined) scope.add("item");
}
