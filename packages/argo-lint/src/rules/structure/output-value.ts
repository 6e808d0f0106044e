import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

const sources = ["path", "jqFilter", "jsonPath", "parameter", "expression", "supplied"] as const;

export const outputValue = defineRule({
  name: "output-value",
  severity: "error",
  refusedBy: "argo lint",
  summary: "An output parameter has a value or a valueFrom, and a valueFrom has exactly one source.",
  template(node, report) {
    for (const [i, { name = "", value, valueFrom }] of (node.template.outputs?.parameters ?? []).entries()) {
      const at = [...node.path, "outputs", "parameters", i];
      const words = `The output parameter "${name}" of ${templateDisplayName(node)}`;
      if (valueFrom === undefined) {
        if (value !== undefined) continue;
        report({
          at,
          message: `${words} has neither value nor valueFrom.`,
          fix: "Set valueFrom: path for a file of a container, parameter for the output of a task or step.",
        });
      } else if (value !== undefined) {
        report({
          at: [...at, "value"],
          key: true,
          message: `${words} has both value and valueFrom.`,
          fix: "Keep one.",
        });
      } else {
        const given = sources.filter((source) => valueFrom[source] !== undefined && valueFrom[source] !== "");
        if (given.length === 1) continue;
        report({
          at: [...at, "valueFrom"],
          message:
            given.length === 0
              ? `${words} does not say where its value comes from.`
              : `${words} has several sources: ${given.join(" and ")}.`,
          fix: given.length === 0 ? `Set one of ${sources.join(", ")} in valueFrom.` : "Keep one of them.",
        });
      }
    }
  },
});
