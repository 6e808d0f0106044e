import { templateReferenceRule } from "../../src/rules/structure/template-reference.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: templateReferenceRule,
  wrong: [
    {
      title: "a step that runs nothing",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a`),
      finds: [{ path: "spec.templates[0].steps[0][0]", message: /does not say what it runs/ }],
    },
    {
      title: "a task with template and templateRef",
      manifest: workflow(`
        - name: main
          dag:
            tasks:
              - name: a
                template: b
                templateRef:
                  name: shared
                  template: b
        - name: b
          suspend: {}`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].template", message: /both template and templateRef/ }],
    },
    {
      title: "a templateRef without a name",
      manifest: workflow(`
        - name: main
          dag:
            tasks:
              - name: a
                templateRef:
                  template: b`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].templateRef", message: /templateRef.name/ }],
    },
    {
      title: "a templateRef without a template",
      manifest: workflow(`
        - name: main
          dag:
            tasks:
              - name: a
                templateRef:
                  name: shared`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].templateRef", message: /which template of "shared"/ }],
    },
  ],
  right: [
    {
      title: "a template by name, and an inline one",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: wait
              - name: b
                inline:
                  suspend: {}
        - name: wait
          suspend: {}`),
    },
  ],
};
