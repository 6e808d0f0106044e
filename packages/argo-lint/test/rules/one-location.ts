import { oneLocation } from "../../src/rules/structure/one-location.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: oneLocation,
  wrong: [
    {
      title: "an artifact in two storages",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                s3:
                  key: data
                raw:
                  data: hello
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].inputs.artifacts[0].s3", message: /raw and s3/ }],
    },
  ],
  right: [
    {
      title: "an artifact in one",
      manifest: workflow(`
        - name: main
          inputs:
            artifacts:
              - name: data
                path: /data
                s3:
                  key: data
          container:
            image: busybox:1.37`),
    },
  ],
};
