import { suspendOutput } from "../../src/rules/structure/suspend-output.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: suspendOutput,
  wrong: [
    {
      title: "a parameter of suspend from a path",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  path: /tmp/a
          suspend: {}`),
      finds: [
        { path: "spec.templates[0].outputs.parameters[0].valueFrom.path", message: /runs nothing.*supplied/ },
      ],
    },
  ],
  right: [
    {
      title: "a parameter that is supplied",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  supplied: {}
          suspend: {}`),
    },
  ],
};
