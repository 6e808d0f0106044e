import { helperImage } from "../../src/rules/structure/helper-image.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: helperImage,
  wrong: [
    {
      title: "a sidecar without an image",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          sidecars:
            - name: proxy`),
      finds: [{ path: "spec.templates[0].sidecars[0]", message: /sidecar "proxy"/ }],
    },
    {
      title: "an init container without an image",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          initContainers:
            - name: set-up`),
      finds: [{ path: "spec.templates[0].initContainers[0]", message: /init container "set-up"/ }],
    },
    {
      title: "a container of a set without an image",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: main
                command: [echo]`),
      finds: [{ path: "spec.templates[0].containerSet.containers[0]", message: /container "main"/ }],
    },
  ],
  right: [
    {
      title: "a sidecar whose image is set by a patch",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          podSpecPatch: '{"containers": [{"name": "proxy", "image": "nginx:1.27"}]}'
          sidecars:
            - name: proxy`),
    },
  ],
};
