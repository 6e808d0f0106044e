import { executorAccount } from "../../src/rules/structure/executor-account.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: executorAccount,
  wrong: [
    {
      title: "no token, and no account for Argo's container",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        automountServiceAccountToken: false`,
      ),
      finds: [{ path: "spec.automountServiceAccountToken", message: /no account is set/ }],
    },
    {
      title: "no token in one template",
      manifest: workflow(`
        - name: main
          automountServiceAccountToken: false
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].automountServiceAccountToken", message: /no account is set/ }],
    },
    {
      title: "no token in templateDefaults",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        templateDefaults:
          automountServiceAccountToken: false`,
      ),
      finds: [{ path: "spec.templateDefaults.automountServiceAccountToken", message: /no account is set/ }],
    },
  ],
  right: [
    {
      title: "no token, and an account for Argo's container",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        automountServiceAccountToken: false
        executor:
          serviceAccountName: executor`,
      ),
    },
  ],
};
