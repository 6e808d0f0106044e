import { usesDepends } from "../../model/dependencies.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const dependsContinueOn = defineRule({
  name: "depends-continue-on",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "A DAG whose tasks use `depends` has no task with `continueOn`: the dependent tasks say what a failure means.",
  template(template, report) {
    if (!usesDepends(template)) return;
    for (const call of template.calls) {
      if (call.kind !== "task" || call.value.continueOn === undefined) continue;
      report({
        at: [...call.path, "continueOn"],
        key: true,
        message: `The ${callDisplayName(call)} has continueOn, which cannot be combined with depends.`,
        fix: `Remove it, and set in the dependent tasks depends: ${call.name}.Succeeded || ${call.name}.Failed`,
      });
    }
  },
});
