import { templateDisplayName } from "../../model/display-name.js";
import { type TemplateType, templateTypeOf } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

const known = ["path", "jqFilter", "jsonPath", "parameter", "expression", "supplied"] as const;

type Source = Exclude<(typeof known)[number], "supplied">;

const sources: Partial<Record<TemplateType, readonly Source[]>> = {
  container: ["path"],
  containerSet: ["path"],
  script: ["path"],
  resource: ["jqFilter", "jsonPath"],
  dag: ["parameter", "expression"],
  steps: ["parameter", "expression"],
};

export const outputSource = defineRule({
  name: "output-source",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "The valueFrom of an output parameter matches the type of its template: path for containers and scripts, jsonPath or jqFilter for resources, parameter or expression for DAGs and steps.",
  template(node, report) {
    const type = templateTypeOf(node);
    const fitting = type === undefined ? undefined : sources[type];
    if (fitting === undefined) return;
    for (const [i, { name = "", value, valueFrom }] of (node.template.outputs?.parameters ?? []).entries()) {
      if (valueFrom === undefined || value !== undefined) continue;
      if (fitting.some((source) => (valueFrom[source] ?? "") !== "")) continue;
      const other = known.find((source) => valueFrom[source] !== undefined && valueFrom[source] !== "");
      if (other === undefined) continue;
      report({
        at: [...node.path, "outputs", "parameters", i, "valueFrom", other],
        key: true,
        message: `The output parameter "${name}" of ${templateDisplayName(node)} takes its value from ${other}, which a template of type ${type} does not have.`,
        fix: `Use ${fitting.join(" or ")}.`,
      });
    }
  },
});
