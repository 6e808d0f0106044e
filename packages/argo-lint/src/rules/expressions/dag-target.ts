import { taskNamesOf } from "../../model/dependencies.js";
import { templateDisplayName } from "../../model/display-name.js";
import { fillParameters } from "../../model/fill-parameters.js";
import { defineRule } from "../../rule.js";
import { didYouMean } from "../../text/did-you-mean.js";

export const dagTarget = defineRule({
  name: "dag-target",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The `target` of a DAG names tasks of that DAG, separated by one space.",
  template(node, report) {
    const target = fillParameters(node.template.dag?.target ?? "", node.manifest);
    // An input has its value when the template is called; a parameter of the workflow without a value is unknown.
    if (target === "" || /\{\{(?!\s*workflow\.)/.test(target)) return;
    const names = taskNamesOf(node);
    for (const name of target.split(" ")) {
      if (names.has(name)) continue;
      report({
        at: [...node.path, "dag", "target"],
        ...(name !== "" && node.template.dag?.target?.includes(name) && { part: name }),
        message:
          name === ""
            ? `The target of ${templateDisplayName(node)} contains a space too many.`
            : `The target of ${templateDisplayName(node)} is "${name}", which is not one of its tasks.`,
        fix: `Name tasks of the DAG, separated by one space.${didYouMean(name, names)}`,
      });
    }
  },
});
