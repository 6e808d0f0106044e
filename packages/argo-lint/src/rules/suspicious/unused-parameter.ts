import type { Manifest } from "../../model/manifest.js";
import { textsOf } from "../../model/texts.js";
import { defineRule } from "../../rule.js";

export const unusedParameter = defineRule({
  name: "unused-parameter",
  severity: "warning",
  summary:
    "Every parameter of a workflow is used: as workflow.parameters.NAME, or as an input of the entrypoint or the exit handler.",
  manifest(manifest, report) {
    const { kind, spec, specPath, templates } = manifest;
    if (kind !== "Workflow" && kind !== "CronWorkflow") return;
    // What other manifests read from a workflow is not known here.
    if (spec.workflowTemplateRef !== undefined || !spec.entrypoint) return;
    if (templates.some(({ calls }) => calls.some(({ value }) => value.templateRef !== undefined))) return;
    if (Object.values(spec.hooks ?? {}).some((hook) => hook?.templateRef !== undefined)) return;
    const read = readParameters(manifest);
    if (read === "any") return;
    for (const [i, { name = "" }] of (spec.arguments?.parameters ?? []).entries()) {
      if (name === "" || read.has(name)) continue;
      report({
        at: [...specPath, "arguments", "parameters", i, "name"],
        message: `The workflow's parameter "${name}" is not used.`,
        fix: `Remove it, or use it as {{workflow.parameters.${name}}}.`,
      });
    }
  },
});

/** The names that are read; "any" if all are read at once, or by a name that is known only at run time. */
function readParameters({ value, spec, templates }: Manifest): ReadonlySet<string> | "any" {
  const read = new Set<string>();
  for (const { text } of textsOf(value, [])) {
    if (!text.includes("workflow") && !text.includes("$env")) continue;
    for (const [, dotted, quoted] of text.matchAll(
      /workflow\s*\??\.\s*parameters\b(?:\??\.([\w-]+)|\s*\[\s*["']([\w-]+)["']\s*\])?/g,
    )) {
      const name = dotted ?? quoted;
      if (name === undefined || name === "json") return "any";
      // In an expression, the part before a minus may be a whole name.
      read.add(name).add(name.split("-")[0] ?? name);
    }
    // A notation that is not parsed here.
    if (/\bworkflow\s*\??\s*\[/.test(text) || /\$env/.test(text)) return "any";
  }
  for (const start of [spec.entrypoint, spec.onExit]) {
    const node = templates.find(({ name, holder }) => holder === undefined && name === start);
    for (const { name } of node?.template.inputs?.parameters ?? []) read.add(name ?? "");
  }
  return read;
}
