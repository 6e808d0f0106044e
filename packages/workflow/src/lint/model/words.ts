import { nearest } from "../../definition/nearest.js";
import type { Call } from "./call.js";
import type { TemplateNode } from "./template-node.js";

/** A template in words: `template "train"`. */
export function templateWords({ name, holder }: TemplateNode): string {
  if (holder !== undefined) return `the inline template of ${callWords(holder)}`;
  return name === "" ? "a template without a name" : `template "${name}"`;
}

/** A task or step in words: `task "a" of template "main"`. */
export function callWords({ kind, name, caller }: Call): string {
  return `${kind} "${name}" of ${templateWords(caller)}`;
}

/** As the beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How many names a message lists at most. */
const mostNames = 8;

/** `Name one that exists: load, train.`, or the one that is meant where a name comes near to it. */
export function nameOneOf(name: string, names: Iterable<string>): string {
  const known = [...names];
  const meant = nearest(name, known);
  if (meant !== undefined) return `Name one that exists. Did you mean "${meant}"?`;
  if (known.length === 0) return "Name one that exists; there is none yet.";
  const more = known.length > mostNames ? `, and ${known.length - mostNames} more` : "";
  return `Name one that exists: ${known.slice(0, mostNames).join(", ")}${more}.`;
}
