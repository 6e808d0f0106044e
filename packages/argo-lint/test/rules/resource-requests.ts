import { resourceRequests } from "../../src/rules/best-practices/resource-requests.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: resourceRequests,
  wrong: [
    {
      title: "a container without requests",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37`),
      finds: [
        {
          path: "spec.templates[0].container",
          message: /container of template "main" requests no resources/,
        },
      ],
    },
    {
      title: "several containers, which are reported once",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
        - name: other
          script:
            image: busybox:1.37
            source: echo`),
      finds: [{ path: "spec.templates[0].container", message: /and 1 other request no resources/ }],
    },
    {
      title: "a container of a set without requests",
      manifest: workflow(`
        - name: main
          containerSet:
            containers:
              - name: main
                image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].containerSet.containers[0]", message: /requests no resources/ }],
    },
  ],
  right: [
    {
      title: "a container with a limit",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            resources:
              limits: {memory: 256Mi}`),
    },
    {
      title: "requests in templateDefaults",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        templateDefaults:
          container:
            resources:
              requests: {cpu: 100m}`,
      ),
    },
    {
      title: "requests in a patch",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podSpecPatch: '{"containers": [{"name": "main", "resources": {"limits": {"memory": "1Gi"}}}]}'`,
      ),
    },
  ],
};
