import { usesDepends } from "../../model/dependencies.js";
import { callWords } from "../../model/words.js";
import { defineRule } from "../../rule.js";

export const dependsContinueOn = defineRule({
  name: "depends-continue-on",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "Where a task of a DAG has `depends`, no task of it has `continueOn`: what a failure means is said by those that wait.",
  template(template, report) {
    if (!usesDepends(template)) return;
    for (const call of template.calls) {
      if (call.kind !== "task" || call.value.continueOn === undefined) continue;
      report({
        at: [...call.path, "continueOn"],
        key: true,
        message: `The ${callWords(call)} has continueOn, which does not go together with depends.`,
        fix: `Remove it, and let those that wait write depends: ${call.name}.Succeeded || ${call.name}.Failed`,
      });
    }
  },
});
