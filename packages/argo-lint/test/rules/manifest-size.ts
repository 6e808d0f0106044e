import { manifestSize } from "../../src/rules/source/manifest-size.js";
import { type RuleTable, workflow } from "../table.js";

const script = `
  - name: main
    script:
      image: busybox:1.37
      command: [sh]
      source: `;

export const table: RuleTable = {
  rule: manifestSize,
  wrong: [
    {
      title: "a script of 1.6 MiB",
      manifest: workflow(script + "x".repeat(1.6 * 1024 * 1024)),
      finds: [{ path: "", message: /1\.6 MiB, more than the 1\.5 MiB.*Split it/ }],
    },
  ],
  right: [
    { title: "a script of 1 MiB", manifest: workflow(script + "x".repeat(1024 * 1024)) },
    {
      title: "2 MiB of comments",
      manifest: `${workflow(`${script}echo`)}# ${"x".repeat(2 * 1024 * 1024)}\n`,
    },
  ],
};
