import { templateDisplayName } from "../../model/display-name.js";
import { templateTypeOf } from "../../model/template-type.js";
import { defineRule } from "../../rule.js";

export const parallelism = defineRule({
  name: "parallelism",
  severity: "error",
  refusedBy: "argo lint",
  summary: "Only DAG and steps templates have a parallelism, which limits their tasks and steps.",
  template(node, report) {
    const type = templateTypeOf(node);
    if (node.template.parallelism === undefined || type === undefined || type === "dag" || type === "steps")
      return;
    report({
      at: [...node.path, "parallelism"],
      key: true,
      message: `A template of type ${type} runs only one thing, but ${templateDisplayName(node)} sets parallelism.`,
      fix: "Set it in the DAG or steps template that calls this one, or in spec for the whole workflow.",
    });
  },
});
