import { nameTwice } from "../../src/rules/names/name-twice.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: nameTwice,
  wrong: [
    {
      title: "two templates of one name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
        - name: main
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[1].name", message: /The template "main" is defined twice/ }],
    },
    {
      title: "two tasks of one name",
      manifest: workflow(`
        - name: main
          dag: {tasks: [{name: a, template: print}, {name: a, template: print}]}
        - name: print
          container: {image: "busybox:1.37"}`),
      finds: [
        {
          path: "spec.templates[0].dag.tasks[1].name",
          message: /The task "a" of template "main" is defined twice/,
        },
      ],
    },
    {
      title: "two steps of one name, in two groups",
      manifest: workflow(`
        - name: main
          steps: [[{name: a, template: print}], [{name: a, template: print}]]
        - name: print
          container: {image: "busybox:1.37"}`),
      finds: [{ path: "spec.templates[0].steps[1][0].name", message: /The step "a"/ }],
    },
    {
      title: "two parameters of one name",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{name: a, value: b}, {name: a, value: c}]}`,
      ),
      finds: [{ path: "spec.arguments.parameters[1].name", message: /The parameter "a" is defined twice/ }],
    },
  ],
  right: [
    {
      title: "an input and an output of one name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          inputs: {parameters: [{name: a, value: b}]}
          outputs: {parameters: [{name: a, valueFrom: {path: /a}}]}`),
    },
  ],
};
