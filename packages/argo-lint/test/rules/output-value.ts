import { outputValue } from "../../src/rules/structure/output-value.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: outputValue,
  wrong: [
    {
      title: "neither value nor valueFrom",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].outputs.parameters[0]", message: /neither value nor valueFrom/ }],
    },
    {
      title: "value and valueFrom",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                value: a
                valueFrom:
                  path: /tmp/a
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].outputs.parameters[0].value", message: /both value and valueFrom/ }],
    },
    {
      title: "a valueFrom with a default only",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  default: a
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].outputs.parameters[0].valueFrom", message: /does not say where/ }],
    },
    {
      title: "a valueFrom with two sources",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  path: /tmp/a
                  parameter: b
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].outputs.parameters[0].valueFrom", message: /path and parameter/ }],
    },
  ],
  right: [
    {
      title: "a path and a default",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  path: /tmp/a
                  default: a
          container:
            image: busybox:1.37`),
    },
  ],
};
