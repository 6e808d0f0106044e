import { retryPolicy } from "../../src/rules/structure/retry-policy.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: retryPolicy,
  wrong: [
    {
      title: "a policy that is not known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          retryStrategy:
            retryPolicy: OnFail`),
      finds: [{ path: "spec.templates[0].retryStrategy.retryPolicy", message: /"OnFail".*OnFailure/ }],
    },
    {
      title: "a policy that is not known, for all templates",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        retryStrategy:
          retryPolicy: Never`,
      ),
      finds: [{ path: "spec.retryStrategy.retryPolicy", message: /"Never"/ }],
      argoLint: { accepts: true, because: "argo lint looks at templates only; the API server refuses it" },
    },
  ],
  right: [
    {
      title: "a policy that is known",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
          retryStrategy:
            retryPolicy: OnTransientError`),
    },
  ],
};
