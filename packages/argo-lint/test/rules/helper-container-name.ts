import { helperContainerName } from "../../src/rules/structure/helper-container-name.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: helperContainerName,
  wrong: [
    {
      title: "an init container without a name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          initContainers:
            - image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].initContainers[0]", message: /An init container.*no name/ }],
    },
    {
      title: "a sidecar without a name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars:
            - image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].sidecars[0]", message: /A sidecar.*no name/ }],
      argoLint: {
        accepts: true,
        because: "argo lint checks only init containers; the API server checks both",
      },
    },
  ],
  right: [
    {
      title: "a sidecar with a name",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars:
            - name: proxy
              image: busybox:1.37`),
    },
  ],
};
