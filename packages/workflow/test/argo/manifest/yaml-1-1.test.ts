import { expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { compileManifests, toYaml } from "../../../src/argo/index.js";
import { defineStep, defineWorkflow, parameter } from "../../../src/index.js";

const names = ["n", "on", "no", "y"] as const;
const text = parameter(z.string());
const echo = defineStep({
  name: "yes",
  inputs: { n: text, on: text, no: text, y: text },
  outputs: {},
  run: () => ({}),
});

function yamlOf(value: string): string {
  const given = parameter(z.string(), value);
  const workflow = defineWorkflow({
    name: "off",
    parameters: { n: given, on: given, no: given, y: given },
    argo: { labels: { on: value } },
    build(dag, inputs) {
      dag.task(echo, inputs);
    },
  });
  return toYaml(compileManifests(workflow, { image: "app:1" }));
}

const values = ["1:30", "0x10", "2026-01-01", "null", "~", "yes", "1_000", "010", ".inf", "", "a\nb", "="];

test.each(values)("%j and names that YAML 1.1 reads as booleans remain texts", (value) => {
  expect(parse(yamlOf(value), { version: "1.1" })).toMatchObject({
    metadata: { generateName: "off-", labels: { on: value } },
    spec: {
      entrypoint: "off",
      arguments: { parameters: names.map((name) => ({ name, value })) },
      templates: [
        { name: "off", dag: { tasks: [{ name: "yes", template: "yes" }] } },
        { name: "yes", inputs: { parameters: names.map((name) => ({ name })) } },
      ],
    },
  });
});

test("the same input produces the same bytes, without anchors", () => {
  expect(yamlOf("~")).toBe(yamlOf("~"));
  expect(yamlOf("x")).not.toMatch(/[&*]\w|%YAML/);
});
