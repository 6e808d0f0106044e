import { templateDisplayName } from "../../model/display-name.js";
import { defineRule } from "../../rule.js";

export const noTasks = defineRule({
  name: "no-tasks",
  severity: "error",
  refusedBy: "argo lint",
  summary: "A DAG has at least one task.",
  template(node, report) {
    const { dag } = node.template;
    if (dag === undefined || (dag.tasks ?? []).length > 0) return;
    report({
      at: [...node.path, "dag"],
      message: `The DAG of ${templateDisplayName(node)} has no tasks.`,
      fix: "Add a task, or remove the template.",
    });
  },
});
