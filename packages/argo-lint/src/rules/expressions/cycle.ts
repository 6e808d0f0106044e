import { declaredDependencies, taskOf } from "../../model/dependencies.js";
import { templateDisplayName } from "../../model/display-name.js";
import { findCycles } from "../../model/find-cycles.js";
import type { Call } from "../../model/manifest.js";
import { defineRule } from "../../rule.js";

export const cycle = defineRule({
  name: "cycle",
  severity: "error",
  refusedBy: "argo lint",
  summary: "No task of a DAG depends on itself, directly or through others.",
  template(template, report) {
    const tasks = template.calls.filter(({ kind }) => kind === "task");
    const before = (task: Call): Call[] =>
      [...declaredDependencies(task).keys()].flatMap((name) => taskOf(template, name) ?? []);
    for (const tasksOfCycle of findCycles(tasks, before)) {
      const [first] = tasksOfCycle;
      if (first === undefined) continue;
      const names = [...tasksOfCycle, first].map(({ name }) => name);
      report({
        at: [...first.path, first.value.depends ? "depends" : "dependencies"],
        message: `Tasks of ${templateDisplayName(template)} depend on each other: ${names.join(" → ")}.`,
        fix: "Remove one of these dependencies.",
      });
    }
  },
});
