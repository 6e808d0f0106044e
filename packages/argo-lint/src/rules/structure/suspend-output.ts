import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const suspendOutput = defineRule({
  name: "suspend-output",
  severity: "warning",
  summary:
    "An output parameter of a suspend template is supplied when it is resumed: nothing else ever sets it.",
  template(node, report) {
    if (node.template.suspend === undefined || node.types.length > 1) return;
    for (const [i, { name = "", valueFrom }] of (node.template.outputs?.parameters ?? []).entries()) {
      if (valueFrom === undefined || valueFrom.supplied !== undefined) continue;
      const other = Object.keys(valueFrom).find((key) => key !== "default");
      if (other === undefined) continue;
      report({
        at: [...node.path, "outputs", "parameters", i, "valueFrom", other],
        key: true,
        message: `The output parameter "${name}" of ${templateDisplayName(node)} takes its value from ${other}, but a suspend template runs nothing.`,
        fix: "Write valueFrom: {supplied: {}}.",
      });
    }
  },
});
