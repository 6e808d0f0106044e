import { templateTypeOf } from "../../model/template-node.js";
import { templateWords } from "../../model/words.js";
import { defineRule } from "../../rule.js";

export const parallelism = defineRule({
  name: "parallelism",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A parallelism stands at a DAG or steps, whose parts it limits, and nowhere else among templates.",
  template(node, report) {
    const type = templateTypeOf(node);
    if (node.template.parallelism === undefined || type === undefined || type === "dag" || type === "steps")
      return;
    report({
      at: [...node.path, "parallelism"],
      key: true,
      message: `${type} runs one thing, but ${templateWords(node)} sets parallelism.`,
      fix: "Set it in the DAG or steps that run this template, or in spec for the whole workflow.",
    });
  },
});
