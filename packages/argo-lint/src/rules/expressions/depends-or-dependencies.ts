import { usesDepends } from "../../model/dependencies.js";
import { callDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const dependsOrDependencies = defineRule({
  name: "depends-or-dependencies",
  severity: "error",
  refusedBy: "argo lint",
  summary: "The tasks of a DAG all declare their dependencies with `depends`, or all with `dependencies`.",
  template(template, report) {
    if (!usesDepends(template)) return;
    for (const call of template.calls) {
      if (call.kind !== "task" || (call.value.dependencies ?? []).length === 0) continue;
      report({
        at: [...call.path, "dependencies"],
        message: `The ${callDisplayName(call)} has dependencies, but another task of the same DAG has depends.`,
        fix: `Write depends: ${(call.value.dependencies ?? []).join(" && ")}`,
      });
    }
  },
});
