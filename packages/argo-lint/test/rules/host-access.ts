import { hostAccess } from "../../src/rules/best-practices/host-access.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: hostAccess,
  wrong: [
    {
      title: "the network of the node",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        hostNetwork: true`,
      ),
      finds: [{ path: "spec.hostNetwork", message: /network of the node/ }],
    },
    {
      title: "a folder of the node",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        volumes:
          - name: data
            hostPath: {path: /data}`,
      ),
      finds: [{ path: "spec.volumes[0].hostPath", message: /"data" is a folder/ }],
    },
    {
      title: "a privileged container",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            securityContext:
              privileged: true`),
      finds: [{ path: "spec.templates[0].container.securityContext.privileged", message: /is privileged/ }],
    },
  ],
  right: [
    {
      title: "an empty folder",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        volumes:
          - name: data
            emptyDir: {}`,
      ),
    },
  ],
};
