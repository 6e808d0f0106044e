import { artifactPath } from "../../src/rules/structure/artifact-path.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: artifactPath,
  wrong: [
    {
      title: "an input artifact of a container without a path",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                s3:
                  key: data
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0]", message: /has no path/ }],
    },
    {
      title: "an output artifact of a script without a path",
      manifest: workflow(`
        - name: main
          outputs:
            artifacts:
              - name: data
          script:
            image: busybox:1.37
            source: echo`),
      finds: [{ path: "spec.templates[0].outputs.artifacts[0]", message: /has no path.*read from/ }],
    },
    {
      title: "an input artifact of steps with a path",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
                s3:
                  key: data
          steps:
            - - name: a
                inline:
                  suspend: {}`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].path", message: /steps has no files/ }],
    },
    {
      title: "an output artifact of a DAG with a path",
      manifest: workflow(`
        - name: main
          outputs:
            artifacts:
              - name: data
                path: /tmp/data
          dag:
            tasks:
              - name: a
                inline:
                  suspend: {}`),
      finds: [{ path: "spec.templates[0].outputs.artifacts[0].path", message: /by from/ }],
    },
    {
      title: "a path that leads out of its folder",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /tmp/../etc
                s3:
                  key: data
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].inputs.artifacts[0].path",
          message: /"\/tmp\/\.\.\/etc".*leaves its folder/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a path with .. that stays inside",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /tmp/a/../../tmp/a/b
                s3:
                  key: data
          container:
            image: busybox:1.37`),
    },
  ],
};
