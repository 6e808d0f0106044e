import { retriesWithoutRetry } from "../../src/rules/suspicious/retries-without-retry.js";
import { type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: retriesWithoutRetry,
  wrong: [
    {
      title: "a count of retries without any",
      manifest: workflow(`
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{retries}}", "{{lastRetry.status}}"]`),
      finds: [
        {
          path: "spec.templates[0].container.command[1]",
          message: /template "main" has no retryStrategy/,
          line: 11,
        },
        { path: "spec.templates[0].container.command[2]", message: /\{\{lastRetry\.status\}\}/ },
      ],
    },
  ],
  right: [
    {
      title: "a template with retries",
      manifest: workflow(`
- name: main
  retryStrategy:
    limit: 3
  container:
    image: busybox:1.37
    command: [echo, "{{retries}}"]`),
    },
    {
      title: "retries that all templates have",
      manifest: workflow(
        `
- name: main
  container:
    image: busybox:1.37
    command: [echo, "{{retries}}"]`,
        `
templateDefaults:
  retryStrategy:
    limit: 3`,
      ),
    },
  ],
};
