import { unknownHookTemplate } from "../../src/rules/structure/unknown-hook-template.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownHookTemplate,
  wrong: [
    {
      title: "a hook of a workflow that runs what does not exist",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        hooks:
          exit:
            template: cleanup`,
      ),
      finds: [{ path: "spec.hooks.exit.template", message: /"cleanup"/ }],
    },
    {
      title: "a hook of a step that runs what does not exist",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: wait
                hooks:
                  exit:
                    template: wiat
        - name: wait
          suspend: {}`),
      finds: [{ path: "spec.templates[0].steps[0][0].hooks.exit.template", message: /Did you mean "wait"/ }],
    },
    {
      title: "a hook that runs nothing",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        hooks:
          exit: {}`,
      ),
      finds: [{ path: "spec.hooks.exit", message: /does not say/ }],
    },
  ],
  right: [
    {
      title: "a hook that runs a template",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        hooks:
          exit:
            template: main`,
      ),
    },
  ],
};
