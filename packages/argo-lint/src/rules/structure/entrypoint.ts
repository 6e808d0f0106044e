import { suggest } from "../../messages/suggestions.js";
import { sourceOfTemplates } from "../../model/template-source.js";
import { defineRule } from "../../rule.js";

export const entrypoint = defineRule({
  name: "entrypoint",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The entrypoint of a workflow names an existing template. In a workflow template it is optional.",
  manifest(manifest, report) {
    const { kind, spec, specPath } = manifest;
    if (kind === "WorkflowEventBinding") return;
    const source = sourceOfTemplates(manifest);
    if (source === undefined) return;
    const name = spec.entrypoint || source.manifest.spec.entrypoint || "";
    if (name === "") {
      if (kind === "Workflow" || kind === "CronWorkflow") {
        report({
          at: specPath,
          message: "The workflow has no entrypoint, so Argo does not know which template to run first.",
          fix: "Set entrypoint to the name of the first template to run.",
        });
      }
      return;
    }
    if (source.names.has(name) || (spec.entrypoint ?? "") === "") return;
    report({
      at: [...specPath, "entrypoint"],
      message: `The entrypoint "${name}" is not a template of ${source.words}.`,
      fix: suggest(name, source.names, "Name an existing template."),
    });
  },
});
