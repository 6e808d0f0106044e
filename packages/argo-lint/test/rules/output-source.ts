import { outputSource } from "../../src/rules/structure/output-source.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: outputSource,
  wrong: [
    {
      title: "a container's parameter from an expression",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  expression: "1 + 1"
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].outputs.parameters[0].valueFrom.expression",
          message: /of type container does not have.*path/,
        },
      ],
    },
    {
      title: "a resource's parameter from a path",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  path: /tmp/a
          resource:
            action: get
            manifest: "kind: Pod"`),
      finds: [
        { path: "spec.templates[0].outputs.parameters[0].valueFrom.path", message: /jqFilter or jsonPath/ },
      ],
    },
    {
      title: "a DAG's parameter from a path",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  path: /tmp/a
          dag:
            tasks:
              - name: a
                inline:
                  suspend: {}`),
      finds: [
        {
          path: "spec.templates[0].outputs.parameters[0].valueFrom.path",
          message: /parameter or expression/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a resource's parameter from its JSON",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                valueFrom:
                  jsonPath: "{.metadata.name}"
          resource:
            action: get
            manifest: "kind: Pod"`),
    },
  ],
};
