import { resourceAction } from "../../src/rules/structure/resource-action.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: resourceAction,
  wrong: [
    {
      title: "an action that is not known",
      manifest: workflow(`
        - name: main
          resource:
            action: aply
            manifest: |
              kind: Pod`),
      finds: [{ path: "spec.templates[0].resource.action", message: /"aply".*Did you mean "apply"/ }],
    },
    {
      title: "an action from a parameter with a wrong value",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: action
                default: aply
          resource:
            action: "{{inputs.parameters.action}}"
            manifest: |
              kind: Pod`),
      finds: [{ path: "spec.templates[0].resource.action", message: /"aply"/ }],
    },
    {
      title: "a resource without an action",
      manifest: workflow(`
        - name: main
          resource:
            manifest: |
              kind: Pod`),
      finds: [{ path: "spec.templates[0].resource", message: /no action/ }],
    },
  ],
  right: [
    {
      title: "an action from a parameter",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: action
                default: apply
          resource:
            action: "{{inputs.parameters.action}}"
            manifest: |
              kind: Pod`),
    },
  ],
};
