import { usesDepends } from "../../model/dependencies.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const dependsDigit = defineRule({
  name: "depends-digit",
  severity: "error",
  refusedBy: "argo lint",
  summary:
    "In a DAG that uses `depends`, no task has a name that begins with a digit, which would be read as a number; nor has a task with `dependencies`.",
  template(template, report) {
    const forAll = usesDepends(template);
    for (const call of template.calls) {
      if (call.kind !== "task" || !/^[0-9]/.test(call.name)) continue;
      if (!forAll && (call.value.dependencies ?? []).length === 0) continue;
      report({
        at: [...call.path, "name"],
        message: `The name of ${callDisplayName(call)} begins with a digit, which cannot be combined with ${forAll ? "depends" : "dependencies"}.`,
        fix: `Begin it with a letter, such as task-${call.name}.`,
      });
    }
  },
});
