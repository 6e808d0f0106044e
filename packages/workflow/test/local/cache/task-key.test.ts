import { expect, test } from "vitest";
import { type KeyParts, taskKey } from "../../../src/local/cache/task-key.js";
import type { TaskValue } from "../../../src/local/task-value.js";

function file(sha256: string, path = "runs/a/x.json"): TaskValue {
  return { kind: "artifact", artifact: { path, sha256, bytes: 1 } };
}

const parts: KeyParts = {
  step: "train",
  code: "c0de",
  inputs: { C: { kind: "parameter", text: "1" }, table: file("aa") },
  node: "v20.19.5",
  platform: "linux-x64",
};

test.each<[string, Partial<KeyParts>]>([
  ["another patch of Node", { node: "v20.20.1" }],
  ["another order of the inputs", { inputs: { table: file("aa"), C: { kind: "parameter", text: "1" } } }],
  ["another path of an artifact", { inputs: { ...parts.inputs, table: file("aa", "elsewhere.json") } }],
  ["an optional input that does not exist", { inputs: { ...parts.inputs, weights: undefined } }],
])("%s has the same key", (_, change) => {
  expect(taskKey({ ...parts, ...change })).toBe(taskKey(parts));
});

test.each<[string, Partial<KeyParts>]>([
  ["another major version of Node", { node: "v22.19.5" }],
  ["another platform", { platform: "linux-arm64" }],
  ["other code", { code: "c0ffee" }],
  ["another step with the same code", { step: "train-again" }],
  ["other bytes", { inputs: { ...parts.inputs, table: file("ab") } }],
  ["another text", { inputs: { ...parts.inputs, C: { kind: "parameter", text: "10" } } }],
  ["another name of an input", { inputs: { C: { kind: "parameter", text: "1" }, rows: file("aa") } }],
  ["a list of the same artifact", { inputs: { ...parts.inputs, table: list("aa") } }],
  ["a longer list", { inputs: { ...parts.inputs, table: list("aa", "aa") } }],
])("%s has another key", (_, change) => {
  expect(taskKey({ ...parts, ...change })).not.toBe(taskKey(parts));
});

function list(...digests: string[]): TaskValue {
  return {
    kind: "list",
    artifacts: digests.map((sha256) => ({ path: "runs/a/0.json", sha256, bytes: 1 })),
  };
}
