import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const helperContainerName = defineRule({
  name: "helper-container-name",
  severity: "error",
  refusedBy: "argo lint",
  summary: "Init containers and sidecars have names.",
  template(node, report) {
    for (const [field, kind] of [
      ["initContainers", "init container"],
      ["sidecars", "sidecar"],
    ] as const) {
      for (const [i, { name }] of (node.template[field] ?? []).entries()) {
        if (name) continue;
        report({
          at: [...node.path, field, i],
          // `argo lint` checks only init containers.
          ...(field === "sidecars" ? { refusedBy: "controller" } : {}),
          message: `A${kind === "sidecar" ? "" : "n"} ${kind} of ${templateDisplayName(node)} has no name.`,
          fix: "Set name.",
        });
      }
    }
  },
});
