import { unknownPodValue } from "../../src/rules/source/unknown-pod-value.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: unknownPodValue,
  wrong: [
    {
      title: "an imagePullPolicy that is not known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            imagePullPolicy: always`),
      finds: [{ path: "spec.templates[0].container.imagePullPolicy", message: /Write Always/, line: 11 }],
    },
    {
      title: "an operator that is not known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          tolerations: [{key: gpu, operator: Is}]`),
      finds: [
        {
          path: "spec.templates[0].tolerations[0].operator",
          message: /must be one of Exists, Equal, but is "Is"/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a value that is known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            imagePullPolicy: IfNotPresent`),
    },
    {
      title: "a variable",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
            imagePullPolicy: '{{workflow.parameters.pull}}'`,
        `arguments: {parameters: [{name: pull, value: Always}]}`,
      ),
    },
  ],
};
