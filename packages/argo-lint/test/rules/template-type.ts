import { templateType } from "../../src/rules/structure/template-type.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: templateType,
  wrong: [
    {
      title: "a template without a type",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: a
                value: b`),
      finds: [{ path: "spec.templates[0]", message: /has no type.*container/ }],
    },
    {
      title: "a template with two types",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          suspend: {}`),
      finds: [{ path: "spec.templates[0].suspend", message: /container and suspend/ }],
    },
  ],
  right: [
    {
      title: "an inline template with one type",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                inline:
                  container:
                    image: busybox:1.37`),
    },
  ],
};
