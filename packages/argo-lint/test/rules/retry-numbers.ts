import { retryNumbers } from "../../src/rules/structure/retry-numbers.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: retryNumbers,
  wrong: [
    {
      title: "a limit that is no number",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          retryStrategy:
            limit: often`),
      finds: [{ path: "spec.templates[0].retryStrategy.limit", message: /"often"/ }],
    },
    {
      title: "a factor that is not whole",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          retryStrategy:
            backoff:
              duration: 10s
              factor: "1.5"`),
      finds: [{ path: "spec.templates[0].retryStrategy.backoff.factor", message: /"1\.5"/ }],
    },
    {
      title: "a backoff without a duration",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          retryStrategy:
            backoff:
              factor: 2`),
      finds: [{ path: "spec.templates[0].retryStrategy.backoff", message: /no duration/ }],
    },
    {
      title: "a time in days, for all templates",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        retryStrategy:
          backoff:
            duration: 10s
            maxDuration: 1d`,
      ),
      finds: [{ path: "spec.retryStrategy.backoff.maxDuration", message: /"1d"/ }],
    },
  ],
  right: [
    {
      title: "numbers as text, and a limit from a parameter",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: limit
                default: 3
          container:
            image: busybox:1.37
          retryStrategy:
            limit: "{{inputs.parameters.limit}}"
            backoff:
              duration: "10"
              factor: "2"
              cap: 5m`),
    },
    {
      title: "a duration in templateDefaults",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37
          retryStrategy:
            backoff:
              factor: 2`,
        `
        templateDefaults:
          retryStrategy:
            backoff:
              duration: 10s`,
      ),
    },
  ],
};
