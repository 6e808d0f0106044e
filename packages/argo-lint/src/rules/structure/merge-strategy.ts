import { useOneOf } from "../../messages/suggestions.js";
import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

const strategies = ["strategic", "merge", "json"];

/** Source: the Enum at ResourceTemplate.MergeStrategy, which is part of the CRD that Argo 4 installs. */
export const mergeStrategy = defineRule({
  name: "merge-strategy",
  severity: "error",
  refusedBy: "API server",
  summary: `The mergeStrategy of a resource template is one of ${strategies.join(", ")}.`,
  template(node, report) {
    const strategy = node.template.resource?.mergeStrategy ?? "";
    if (strategy === "" || strategies.includes(strategy)) return;
    report({
      at: [...node.path, "resource", "mergeStrategy"],
      message: `The mergeStrategy "${strategy}" of ${templateDisplayName(node)} is not known.`,
      fix: useOneOf(strategy, strategies),
    });
  },
});
