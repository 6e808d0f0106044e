import type { Call, Manifest, TemplateNode } from "./manifest.js";

/** A template for messages: `template "train"`. */
export function templateDisplayName({ name, holder }: TemplateNode): string {
  if (holder !== undefined) return `the inline template of ${callDisplayName(holder)}`;
  return name === "" ? "a template without a name" : `template "${name}"`;
}

/** A task or step for messages: `task "a" of template "main"`. */
export function callDisplayName({ kind, name, caller }: Call): string {
  return `${kind} "${name}" of ${templateDisplayName(caller)}`;
}

/** `Workflow train-`, for messages. */
export function manifestDisplayName({ kind, metadata }: Pick<Manifest, "kind" | "metadata">): string {
  return [kind, metadata.name ?? metadata.generateName].filter(Boolean).join(" ");
}
