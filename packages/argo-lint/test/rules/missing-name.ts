import { missingName } from "../../src/rules/names/missing-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: missingName,
  wrong: [
    {
      title: "a template without a name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
        - container: {image: "busybox:1.37"}`),
      finds: [{ path: "spec.templates[1]", message: /A template has no name/ }],
    },
    {
      title: "a task without a name",
      manifest: workflow(`
        - name: main
          dag: {tasks: [{template: print}]}
        - name: print
          container: {image: "busybox:1.37"}`),
      finds: [{ path: "spec.templates[0].dag.tasks[0]", message: /A task of template "main" has no name/ }],
    },
    {
      title: "a parameter without a name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{value: a}]}`,
      ),
      finds: [{ path: "spec.arguments.parameters[0]", message: /A parameter has no name/ }],
    },
    {
      title: "an input artifact without a name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          inputs: {artifacts: [{path: /a}]}`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0]", message: /An input artifact of template/ }],
    },
  ],
  right: [
    {
      title: "an inline template, which needs none",
      manifest: workflow(`
        - name: main
          dag: {tasks: [{name: print, inline: {container: {image: 'busybox:1.37'}}}]}`),
    },
  ],
};
