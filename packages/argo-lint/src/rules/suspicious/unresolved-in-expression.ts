import { describeUnresolved } from "../../messages/describe-unresolved.js";
import { findUnresolved } from "../../model/scopes/find-unresolved.js";
import { defineRule } from "../../rule.js";

export const unresolvedInExpression = defineRule({
  name: "unresolved-in-expression",
  severity: "warning",
  summary:
    "Every variable in an expression exists, as in a plain {{…}}. argo lint does not check expressions: the workflow starts, and then waits forever or fails when the expression is evaluated.",
  manifest(manifest, report) {
    for (const unresolved of findUnresolved(manifest)) {
      if (!unresolved.isInExpression) continue;
      const { name, tag, path } = unresolved;
      const { message, fix } = describeUnresolved({ ...unresolved, tag: name });
      report({ at: path, part: tag, message: `In an expression, ${message}`, fix });
    }
  },
});
