import { noTasks } from "../../src/rules/structure/no-tasks.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: noTasks,
  wrong: [
    {
      title: "a DAG without tasks",
      manifest: workflow(`
        - name: main
          dag:
            tasks: []`),
      finds: [{ path: "spec.templates[0].dag", message: /no tasks/ }],
    },
  ],
  right: [
    {
      title: "a DAG with a task",
      manifest: workflow(`
        - name: main
          dag:
            tasks:
              - name: a
                inline:
                  suspend: {}`),
    },
  ],
};
