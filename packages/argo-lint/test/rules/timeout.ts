import { timeout } from "../../src/rules/structure/timeout.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: timeout,
  wrong: [
    {
      title: "a timeout without a unit",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          timeout: "30"`),
      finds: [{ path: "spec.templates[0].timeout", message: /"30".*"30s"/ }],
    },
    {
      title: "a timeout of steps",
      manifest: workflow(`
        - name: main
          timeout: 30s
          steps:
            - - name: a
                inline:
                  suspend: {}`),
      finds: [{ path: "spec.templates[0].timeout", message: /steps has no timeout/ }],
    },
    {
      title: "a timeout of suspend",
      manifest: workflow(`
        - name: main
          timeout: 30s
          suspend: {}`),
      finds: [{ path: "spec.templates[0].timeout", message: /suspend has no timeout/ }],
    },
  ],
  right: [
    {
      title: "a timeout with a unit",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          timeout: 30s`),
    },
  ],
};
