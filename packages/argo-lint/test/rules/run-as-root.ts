import { runAsRoot } from "../../src/rules/best-practices/run-as-root.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: runAsRoot,
  wrong: [
    {
      title: "nothing said of the user",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37`),
      finds: [{ path: "spec.templates[0].container", message: /may run as root/ }],
    },
    {
      title: "the user 0",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        securityContext:
          runAsUser: 0`,
      ),
      finds: [{ path: "spec.templates[0].container", message: /runs as root/ }],
    },
    {
      title: "several containers, which are reported once",
      manifest: workflow(`
        - name: main
          container:
            image: busybox:1.37
        - name: other
          container:
            image: busybox:1.37
        - name: third
          script:
            image: busybox:1.37
            source: echo`),
      finds: [{ path: "spec.templates[0].container", message: /and 2 others may run as root/ }],
    },
  ],
  right: [
    {
      title: "runAsNonRoot for the workflow",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        securityContext:
          runAsNonRoot: true`,
      ),
    },
    {
      title: "a user of the script's own",
      manifest: workflow(`
        - name: main
          script:
            image: busybox:1.37
            source: echo
            securityContext:
              runAsUser: 1000`),
    },
    {
      title: "a user in a patch",
      manifest: workflow(
        `
        - name: main
          container:
            image: busybox:1.37`,
        `
        podSpecPatch: '{"securityContext": {"runAsUser": 1000}}'`,
      ),
    },
  ],
};
