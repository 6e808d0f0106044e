import { expect, test } from "vitest";
import { nodeSchema } from "../../../src/argo/client/workflow.js";
import { nodeFilter, nodeFilterOf } from "../../../src/cli/server/node-selector.js";

const node = nodeSchema.parse({
  id: "w-1",
  name: "w.train(0:a,b)",
  displayName: "train(0:a,b)",
  type: "Pod",
  phase: "Failed",
  templateName: "train",
  inputs: { parameters: [{ name: "fold", value: 3 }] },
});

test.each([
  ["phase=Failed", true],
  ["phase==Failed,templateName=train", true],
  ["phase!=Failed", false],
  ["phase=Failed,templateName=other", false],
  ["inputs.parameters.fold.value=3", true],
  ["displayName=train(0:a\\,b)", true],
  ["templateRef.name=kept", false],
])("%s chooses as the argo CLI does", (selector, chosen) => {
  expect(nodeFilter(selector)(node)).toBe(chosen);
});

test("refuses a selector without an operator", () => {
  expect(() => nodeFilter("Failed")).toThrow('"Failed" cannot be read. Write field=value');
});

test("refuses both --status and --node-field-selector", () => {
  expect(() => nodeFilterOf({ status: "Failed", nodeFieldSelector: "id=w-1" })).toThrow(
    "write --node-field-selector id=w-1,phase=Failed",
  );
});
