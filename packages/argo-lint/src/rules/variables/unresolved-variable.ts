import { describeUnresolved } from "../../messages/describe-unresolved.js";
import { templateDisplayName } from "../../model/display-name.js";
import { findUnresolved } from "../../model/scopes/find-unresolved.js";
import { defineRule } from "../../rule.js";

export const unresolvedVariable = defineRule({
  name: "unresolved-variable",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "Every {{…}} is a variable that exists at its place: an input, an output of a task or an earlier step, the item of a loop, or an attribute of the workflow.",
  manifest(manifest, report) {
    for (const unresolved of findUnresolved(manifest)) {
      if (unresolved.isInExpression) continue;
      const { message, fix } = describeUnresolved(unresolved);
      const { via, path, tag, template, isKey } = unresolved;
      if (via === undefined) report({ at: path, ...(isKey ? { key: true } : { part: tag }), message, fix });
      else {
        const where = `This calls ${templateDisplayName(template)} of another manifest, in which a variable does not exist.`;
        report({ at: via, message: `${where} ${message}`, fix });
      }
    }
  },
});
