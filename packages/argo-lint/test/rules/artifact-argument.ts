import { artifactArgument } from "../../src/rules/structure/artifact-argument.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: artifactArgument,
  wrong: [
    {
      title: "an artifact from nowhere",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      optional: true
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
      finds: [
        { path: "spec.templates[0].steps[0][0].arguments.artifacts[0]", message: /does not say where/ },
      ],
    },
    {
      title: "a storage without a key",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      s3:
                        bucket: data
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
      finds: [
        { path: "spec.templates[0].steps[0][0].arguments.artifacts[0].s3", message: /no location in it/ },
      ],
    },
    {
      title: "from and fromExpression",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      from: "{{workflow.outputs.artifacts.a}}"
                      fromExpression: "workflow.outputs.artifacts.a"
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].steps[0][0].arguments.artifacts[0].fromExpression",
          message: /both from and fromExpression/,
        },
      ],
    },
    {
      title: "an expression alone",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      fromExpression: "inputs.artifacts.a"
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
      finds: [
        { path: "spec.templates[0].steps[0][0].arguments.artifacts[0]", message: /Arguments need from/ },
      ],
    },
  ],
  right: [
    {
      title: "raw text",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      raw:
                        data: hello
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
    },
    {
      title: "a key of the artifact repository",
      manifest: workflow(`
        - name: main
          steps:
            - - name: a
                template: use
                arguments:
                  artifacts:
                    - name: data
                      s3:
                        key: data.csv
        - name: use
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
          container:
            image: busybox:1.37`),
    },
  ],
};
