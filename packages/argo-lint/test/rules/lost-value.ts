import { lostValue } from "../../src/rules/source/lost-value.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: lostValue,
  wrong: [
    {
      title: "a list as the value of a parameter",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{name: a, value: [1, 2]}]}`,
      ),
      finds: [
        {
          path: "spec.arguments.parameters[0].value",
          message: /but is a list: Argo reads an empty string.*'\[1,2\]'/,
        },
      ],
    },
    {
      title: "a map as a default",
      manifest: workflow(`
        - name: main
          inputs: {parameters: [{name: a, default: {b: 1}}]}
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.parameters[0].default", message: /but is a map/ }],
      argoLint: { accepts: true, because: "the default is an empty text for it" },
    },
  ],
  right: [
    {
      title: "JSON in quotes",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `arguments: {parameters: [{name: a, value: '[1, 2]'}]}`,
      ),
    },
  ],
};
