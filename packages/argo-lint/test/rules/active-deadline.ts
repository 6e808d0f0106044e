import { activeDeadline } from "../../src/rules/structure/active-deadline.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: activeDeadline,
  wrong: [
    {
      title: "a deadline of a DAG",
      manifest: workflow(`
        - name: main
          activeDeadlineSeconds: 60
          dag:
            tasks:
              - name: a
                inline:
                  suspend: {}`),
      finds: [
        { path: "spec.templates[0].activeDeadlineSeconds", message: /dag has no activeDeadlineSeconds/ },
      ],
    },
    {
      title: "a deadline below 0",
      manifest: workflow(`
        - name: main
          activeDeadlineSeconds: -1
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].activeDeadlineSeconds", message: /"-1"/ }],
    },
    {
      title: "a deadline with a unit",
      manifest: workflow(`
        - name: main
          activeDeadlineSeconds: 60s
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].activeDeadlineSeconds", message: /"60s"/ }],
    },
  ],
  right: [
    {
      title: "a deadline from a parameter",
      manifest: workflow(`
        - name: main
          inputs:
            parameters:
              - name: seconds
                default: 60
          activeDeadlineSeconds: "{{inputs.parameters.seconds}}"
          container:
            image: busybox:1.37`),
    },
    {
      title: "a deadline of suspend",
      manifest: workflow(`
        - name: main
          activeDeadlineSeconds: 60
          suspend: {}`),
    },
  ],
};
