import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { workflowSchema } from "../../../../src/argo/client/workflow.js";
import { type DescribeOptions, describeWorkflow } from "../../../../src/cli/server/get/describe-workflow.js";
import { nodeFilterOf } from "../../../../src/cli/server/node-selector.js";

const text = z.array(z.string());
const schema = z.object({
  now: z.string(),
  plain: text,
  wide: text,
  short: text,
  ascii: text,
  failed: text,
  workflow: workflowSchema,
});

/** A workflow that ran on a real cluster, and the output of the argo CLI 4.0.7 for it. */
function recorded(name: string): z.output<typeof schema> {
  return schema.parse(JSON.parse(readFileSync(new URL(`recorded/${name}.json`, import.meta.url), "utf8")));
}

function described(
  { workflow, now }: z.output<typeof schema>,
  options: Partial<DescribeOptions> = {},
): string[] {
  return describeWorkflow(workflow, {
    now: Date.parse(now),
    utf8: true,
    paint: (_style, painted) => painted,
    detail: "normal",
    shown: () => true,
    ...options,
  }).split("\n");
}

/** The argo CLI prints the resources of a node in random order. */
function ordered(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/(\S+\*\(100Mi memory\)),(\S+\*\(1 cpu\))/, "$2,$1"));
}

const names = [
  ["steps with iterations, a skipped one, nested steps and an exit handler", "steps"],
  ["a failure after retries, an omitted task and an exit handler of parallel steps", "failed"],
  ["a workflow that waits for a person and for an image", "suspended"],
  ["iterations in their order, maps of nested workflows and a retry", "maps"],
  ["a workflow of one pod", "single"],
  ["a workflow that could not be begun", "broken"],
  ["a template of the cluster", "from"],
  ["a reference to a template of the cluster", "refers"],
] as const;

describe("prints what `argo get` printed", () => {
  const zone = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = "UTC";
  });
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test.each(names)("for %s", (_what, name) => {
    const record = recorded(name);
    expect(described(record)).toEqual(ordered(record.plain));
  });

  test.each(names)("with all columns, for %s", (_what, name) => {
    const record = recorded(name);
    expect(described(record, { detail: "wide" })).toEqual(ordered(record.wide));
  });

  test.each(names)("with the nodes' machines and no head, for %s", (_what, name) => {
    const record = recorded(name);
    expect(described(record, { detail: "short" })).toEqual(ordered(record.short));
  });

  test.each(names)("in ASCII, for %s", (_what, name) => {
    const record = recorded(name);
    expect(described(record, { utf8: false })).toEqual(ordered(record.ascii));
  });

  test.each(names)("with the failed nodes only, for %s", (_what, name) => {
    const record = recorded(name);
    expect(described(record, { shown: nodeFilterOf({ status: "Failed" }) })).toEqual(ordered(record.failed));
  });
});

test("keeps columns aligned with coloured symbols", () => {
  const record = recorded("failed");
  const painted = described(record, { paint: (_style, mark) => `\u001b[31m${mark}\u001b[39m` });
  expect(painted.some((line) => line.includes("\u001b[31m✖\u001b[39m bad(0)"))).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals take colours as control sequences
  expect(painted.map((line) => line.replace(/\u001b\[\d+m/g, ""))).toEqual(described(record));
});

test("shows the addresses of the workflow's own artifacts", () => {
  const record = recorded("single");
  const outputs = { artifacts: [{ name: "model", s3: { bucket: "models", key: "a/model.json" } }] };
  const workflow = { ...record.workflow, status: { ...record.workflow.status, outputs } };
  expect(described({ ...record, workflow })).toContain("  model:             s3://models/a/model.json");
});
