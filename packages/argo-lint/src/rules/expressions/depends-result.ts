import { useOneOf } from "../../messages/suggestions.js";
import { taskResults } from "../../model/dependencies.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const dependsResult = defineRule({
  name: "depends-result",
  severity: "error",
  refusedBy: "argo lint",
  summary: `A result that \`depends\` refers to is one of ${taskResults.join(", ")}.`,
  call(call, report) {
    if (call.kind !== "task") return;
    for (const [all, result = ""] of (call.value.depends ?? "").matchAll(
      /[a-zA-Z0-9][-a-zA-Z0-9]*?\.([A-Z][a-zA-Z]+)/g,
    )) {
      if (taskResults.includes(result)) continue;
      report({
        at: [...call.path, "depends"],
        part: all,
        message: `The ${callDisplayName(call)} depends on ${all}, but "${result}" is not a result of a task.`,
        fix: useOneOf(result, taskResults),
      });
    }
  },
});
