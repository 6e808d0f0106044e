import { suggest } from "../../messages/suggestions.js";
import { sourceOfTemplates } from "../../model/template-source.js";
import { defineRule } from "../../rule.js";

export const entrypoint = defineRule({
  name: "entrypoint",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A workflow names the template that it begins with, and this template exists. A workflow template may leave it out.",
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
          message: "The workflow has no entrypoint, so that Argo does not know where to begin.",
          fix: "Set entrypoint to the name of the template to begin with.",
        });
      }
      return;
    }
    if (source.names.has(name) || (spec.entrypoint ?? "") === "") return;
    report({
      at: [...specPath, "entrypoint"],
      message: `The entrypoint "${name}" is no template of ${source.words}.`,
      fix: suggest(name, source.names, "Name an existing template."),
    });
  },
});
