import type { Call } from "./call.js";
import type { TemplateNode } from "./template-node.js";

/** A template for messages: `template "train"`. */
export function templateWords({ name, holder }: TemplateNode): string {
  if (holder !== undefined) return `the inline template of ${callWords(holder)}`;
  return name === "" ? "a template without a name" : `template "${name}"`;
}

/** A task or step for messages: `task "a" of template "main"`. */
export function callWords({ kind, name, caller }: Call): string {
  return `${kind} "${name}" of ${templateWords(caller)}`;
}
