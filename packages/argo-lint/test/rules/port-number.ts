import { portNumber } from "../../src/rules/names/port-number.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: portNumber,
  wrong: [
    {
      title: "a port that is too large",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            ports: [{containerPort: 70000}]`),
      finds: [
        {
          path: "spec.templates[0].container.ports[0].containerPort",
          message: /70000 .* is not a port number/,
        },
      ],
    },
  ],
  right: [
    {
      title: "a port of the container alone",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
            ports: [{containerPort: 8080, hostPort: 0}]`),
    },
  ],
};
