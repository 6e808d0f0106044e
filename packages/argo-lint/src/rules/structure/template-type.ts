import { capitalize } from "../../messages/phrases.js";
import { templateDisplayName } from "../../model/display-name.js";
import { templateTypes } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

export const templateType = defineRule({
  name: "template-type",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A template has exactly one type: a container, a script, a DAG, steps or another one.",
  template(node, report) {
    if (node.types.length === 0) {
      report({
        at: node.path,
        message: `${capitalize(templateDisplayName(node))} has no type, so Argo does not know what to run.`,
        fix: `Add one of ${templateTypes.join(", ")}.`,
      });
    }
    for (const type of node.types.slice(1)) {
      report({
        at: [...node.path, type],
        key: true,
        message: `${capitalize(templateDisplayName(node))} has several types: ${node.types.join(" and ")}.`,
        fix: `Keep one of them, and move the other to a template of its own.`,
      });
    }
  },
});
