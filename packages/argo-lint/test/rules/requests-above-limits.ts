import { requestsAboveLimits } from "../../src/rules/names/requests-above-limits.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: requestsAboveLimits,
  wrong: [
    {
      title: "more memory than the limit, in other units",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            resources: {requests: {memory: 2Gi}, limits: {memory: 1500M}}`),
      finds: [
        {
          path: "spec.templates[0].container.resources.requests.memory",
          message: /2Gi of memory, more than its limit of 1500M/,
        },
      ],
    },
  ],
  right: [
    {
      title: "as much as the limit",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            resources: {requests: {cpu: 1000m}, limits: {cpu: 1}}`),
    },
    {
      title: "a limit alone",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            resources: {limits: {cpu: 1}}`),
    },
  ],
};
