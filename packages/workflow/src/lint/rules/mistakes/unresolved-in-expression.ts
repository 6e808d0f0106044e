import { describeUnresolved } from "../../messages/describe-unresolved.js";
import { findUnresolved } from "../../model/scopes/find-unresolved.js";
import { defineRule } from "../../rule.js";

export const unresolvedInExpression = defineRule({
  name: "unresolved-in-expression",
  severity: "warning",
  summary:
    "Every variable in an expression leads to something, as in a plain {{…}}. argo lint does not look into expressions: the workflow starts, and then waits for ever or fails where the expression is needed.",
  manifest(manifest, report) {
    for (const unresolved of findUnresolved(manifest)) {
      if (!unresolved.isInExpression) continue;
      const { name, tag, path } = unresolved;
      const { message, fix } = describeUnresolved({ ...unresolved, tag: name });
      report({ at: path, part: tag, message: `In an expression, ${message}`, fix });
    }
  },
});
