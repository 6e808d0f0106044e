import { valueWithoutEffect } from "../../src/rules/source/value-without-effect.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: valueWithoutEffect,
  wrong: [
    {
      title: "a way to shut down that is not known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `shutdown: Now`,
      ),
      finds: [{ path: "spec.shutdown", message: /must be one of Terminate, Stop/ }],
    },
  ],
  right: [
    {
      title: "a way to shut down that is known",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `shutdown: Stop`,
      ),
    },
  ],
};
