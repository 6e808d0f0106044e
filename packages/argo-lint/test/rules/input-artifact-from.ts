import { inputArtifactFrom } from "../../src/rules/structure/input-artifact-from.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: inputArtifactFrom,
  wrong: [
    {
      title: "an input artifact with from",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
                from: "{{workflow.outputs.artifacts.data}}"
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].from", message: /has a from/ }],
    },
  ],
  right: [
    {
      title: "an input artifact with a storage",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /tmp/data
                s3:
                  key: data
          container:
            image: busybox:1.37`),
    },
  ],
};
