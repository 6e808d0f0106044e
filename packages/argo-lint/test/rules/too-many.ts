import { tooMany } from "../../src/rules/structure/too-many.js";
import { echo, type RuleTable, workflow } from "../table.js";

export const table: RuleTable = {
  rule: tooMany,
  wrong: [
    {
      title: "a DAG with 201 tasks",
      manifest: workflow(
        `- name: main\n  dag:\n    tasks:\n${repeat(201, "      - {name: tN, template: echo}")}\n${echo}`,
      ),
      finds: [
        { path: "spec.templates[0].dag.tasks", message: /201 tasks.*refuses more than 200.*withItems/ },
      ],
    },
    {
      title: "201 templates",
      manifest: workflow(repeat(201, "- name: tN\n  suspend: {}")),
      finds: [{ path: "spec.templates", message: /201 templates.*refuses more than 200/ }],
    },
    {
      title: "a template with 501 parameters",
      manifest: workflow(
        `- name: main\n  suspend: {}\n  inputs:\n    parameters:\n${repeat(501, "      - {name: pN, value: a}")}`,
      ),
      finds: [
        { path: "spec.templates[0].inputs.parameters", message: /501 parameters.*refuses more than 500/ },
      ],
    },
  ],
  right: [
    {
      title: "501 parameters of the workflow, which have no limit",
      manifest: workflow(
        "- name: main\n  suspend: {}",
        `arguments:\n  parameters:\n${repeat(501, "    - {name: pN, value: a}")}`,
      ),
    },
    {
      title: "a DAG with 200 tasks",
      manifest: workflow(
        `- name: main\n  dag:\n    tasks:\n${repeat(200, "      - {name: tN, template: echo}")}\n${echo}`,
      ),
    },
  ],
};

/** The line so many times, with the number in place of N. */
function repeat(times: number, line: string): string {
  return Array.from({ length: times }, (_, i) => line.replace("N", String(i))).join("\n");
}
