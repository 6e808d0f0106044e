import { accountToken } from "../../src/rules/best-practices/account-token.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: accountToken,
  wrong: [
    {
      title: "an account whose token every container gets",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        serviceAccountName: pipeline`,
      ),
      finds: [{ path: "spec.serviceAccountName", message: /token of account "pipeline"/ }],
    },
  ],
  right: [
    {
      title: "an account for Argo alone",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        serviceAccountName: pipeline
        automountServiceAccountToken: false
        executor:
          serviceAccountName: pipeline`,
      ),
    },
    {
      title: "a container that calls Kubernetes",
      manifest: workflow(
        `
        - name: main
          container:
            image: bitnami/kubectl:1.31
            command: [kubectl, get, pods]`,
        `
        serviceAccountName: pipeline`,
      ),
    },
  ],
};
