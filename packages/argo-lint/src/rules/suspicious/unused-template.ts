import type { Manifest, TemplateNode } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const unusedTemplate = defineRule({
  name: "unused-template",
  severity: "warning",
  summary:
    "Every template of a workflow is called: as its entrypoint, as its exit handler, or by a hook, a task or a step. Templates of a workflow template may be called by others.",
  manifest(manifest, report) {
    const { kind, spec, templates } = manifest;
    if (kind !== "Workflow" && kind !== "CronWorkflow") return;
    // Without an entrypoint nothing is called, which is an error of its own.
    if (spec.workflowTemplateRef !== undefined || !spec.entrypoint) return;
    const reached = reachedFrom(manifest);
    if (reached === "any") return;
    for (const { name, path, holder } of templates) {
      if (holder !== undefined || name === "" || reached.has(name)) continue;
      report({
        at: [...path, "name"],
        message: `Template "${name}" is never called.`,
        fix: "Remove it, or call it by its name.",
      });
    }
  },
});

/** The names of the templates that can be reached; "any" if a name is known only at run time. */
function reachedFrom({ spec, templates }: Manifest): ReadonlySet<string> | "any" {
  const named = new Map(templates.filter(({ name }) => name !== "").map((node) => [node.name, node]));
  const hooks = Object.values(spec.hooks ?? {}).map((hook) => hook?.template);
  const reached = new Set([spec.entrypoint, spec.onExit, ...hooks].map((name) => name ?? ""));
  for (const name of reached) {
    if (name.includes("{{")) return "any";
    const node = named.get(name);
    if (node !== undefined) for (const called of calledBy(node)) reached.add(called);
  }
  return reached;
}

function calledBy({ calls }: TemplateNode): string[] {
  return calls.flatMap(({ value, inline }) => [
    value.template ?? "",
    value.onExit ?? "",
    ...Object.values(value.hooks ?? {}).map((hook) => hook?.template ?? ""),
    ...(inline === undefined ? [] : calledBy(inline)),
  ]);
}
