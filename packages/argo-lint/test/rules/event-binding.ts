import { eventBinding } from "../../src/rules/names/event-binding.js";
import type { RuleTable } from "../table.js";

export const table: RuleTable = {
  rule: eventBinding,
  wrong: [
    {
      title: "no event",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata:
  name: push
spec:
  submit: {workflowTemplateRef: {name: train}}
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
      finds: [{ path: "spec", message: /does not say which events/ }],
    },
    {
      title: "an event without a selector",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata:
  name: push
spec:
  event: {}
  submit: {workflowTemplateRef: {name: train}}
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
      finds: [{ path: "spec.event", message: /Add event.selector/ }],
    },
    {
      title: "nothing to submit",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata:
  name: push
spec:
  event: {selector: "true"}
  submit: {}
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
      finds: [{ path: "spec.submit", message: /does not say what it submits/ }],
    },
  ],
  right: [
    {
      title: "a selector and a template",
      manifest: `apiVersion: argoproj.io/v1alpha1
kind: WorkflowEventBinding
metadata:
  name: push
spec:
  event: {selector: 'payload.ok'}
  submit: {workflowTemplateRef: {name: train}}
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
