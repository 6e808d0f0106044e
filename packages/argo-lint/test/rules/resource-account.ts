import { resourceAccount } from "../../src/rules/best-practices/resource-account.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: resourceAccount,
  wrong: [
    {
      title: "a resource without an account",
      manifest: workflow(`
        - name: main
          resource:
            action: get
            flags: [pod, a]`),
      finds: [{ path: "spec.templates[0].resource", message: /account "default"/ }],
    },
  ],
  right: [
    {
      title: "a resource with an account",
      manifest: workflow(`
        - name: main
          serviceAccountName: pods
          resource:
            action: get
            flags: [pod, a]`),
    },
    {
      title: "a workflow template, whose user names the account",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: test
spec:
  templates:
    - name: main
      resource:
        action: get
        flags: [pod, a]
`,
    },
  ],
};
