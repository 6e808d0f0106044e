import { eventParameter } from "../../src/rules/names/event-parameter.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: eventParameter,
  wrong: [
    {
      title: "a plain value",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata:
  name: push
spec:
  event: {selector: "true"}
  submit:
    workflowTemplateRef: {name: train}
    arguments: {parameters: [{name: a, value: b}]}
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
      finds: [{ path: "spec.submit.arguments.parameters[0]", message: /"a" has no valueFrom.event/ }],
    },
  ],
  right: [
    {
      title: "an expression",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata:
  name: push
spec:
  event: {selector: 'true'}
  submit:
    workflowTemplateRef: {name: train}
    arguments: {parameters: [{name: a, valueFrom: {event: payload.a}}]}
---
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  entrypoint: main
  templates:
    - name: main
      container:
        image: busybox:1.37
`,
    },
  ],
};
