import { artifactMode } from "../../src/rules/structure/artifact-mode.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: artifactMode,
  wrong: [
    {
      title: "a mode without the leading zero",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                mode: 755
                s3:
                  key: data
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].mode", message: /more than 0777.*0755/ }],
    },
    {
      title: "a mode below 0",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                mode: -1
                s3:
                  key: data
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].mode", message: /less than 0/ }],
    },
  ],
  right: [
    {
      title: "an octal mode",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                mode: 0755
                s3:
                  key: data
          container:
            image: busybox:1.37`),
    },
  ],
};
