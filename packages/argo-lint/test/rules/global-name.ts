import { globalName } from "../../src/rules/structure/global-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: globalName,
  wrong: [
    {
      title: "a global name with a dot",
      manifest: workflow(`
        - name: main
          outputs:
            parameters:
              - name: result
                globalName: my.result
                valueFrom:
                  path: /tmp/a
          container:
            image: busybox:1.37`),
      finds: [
        { path: "spec.templates[0].outputs.parameters[0].globalName", message: /"my\.result".*"my-result"/ },
      ],
    },
  ],
  right: [
    {
      title: "a global name from a parameter",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: name
                value: result
          outputs:
            artifacts:
              - name: data
                path: /tmp/data
                globalName: "{{inputs.parameters.name}}"
          container:
            image: busybox:1.37`),
    },
  ],
};
