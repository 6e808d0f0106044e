import { nameSyntax } from "../../src/rules/names/name-syntax.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: nameSyntax,
  wrong: [
    {
      title: "a template with _ in its name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
        - name: train_model
          container: {image: "busybox:1.37"}`),
      finds: [
        {
          path: "spec.templates[1].name",
          message: /"train_model" has a name with a character.*"train-model"/,
          line: 11,
        },
      ],
    },
    {
      title: "a task with a point in its name",
      manifest: workflow(`
        - name: main
          dag: {tasks: [{name: v1.2, template: print}]}
        - name: print
          container: {image: "busybox:1.37"}`),
      finds: [{ path: "spec.templates[0].dag.tasks[0].name", message: /The task "v1.2" of template "main"/ }],
    },
    {
      title: "a step that begins with -",
      manifest: workflow(`
        - name: main
          steps: [[{name: -a, template: print}]]
        - name: print
          container: {image: "busybox:1.37"}`),
      finds: [{ path: "spec.templates[0].steps[0][0].name", message: /not beginning with -/ }],
    },
    {
      title: "a parameter with a space",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{name: my text, value: a}]}`,
      ),
      finds: [{ path: "spec.arguments.parameters[0].name", message: /for example "my_text"/ }],
    },
    {
      title: "an output artifact with a point",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          outputs: {artifacts: [{name: model.json, path: /a}]}`),
      finds: [{ path: "spec.templates[0].outputs.artifacts[0].name", message: /letters, digits, - and _/ }],
    },
    {
      title: "a template with a name of 129 characters",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
        - name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
          container: {image: "busybox:1.37"}`),
      finds: [{ path: "spec.templates[1].name", message: /129 characters, more than 128/ }],
    },
  ],
  right: [
    {
      title: "a parameter with _ and -",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{name: -my_text, value: a}]}`,
      ),
    },
    {
      title: "a template that begins with a digit",
      manifest: workflow(`
        - name: 2nd-Try
          container: {image: 'busybox:1.37'}`),
    },
  ],
};
