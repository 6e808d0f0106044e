import { expect, test } from "vitest";
import * as z from "zod";
import {
  sourceOfParameters,
  sourceOfScript,
  withoutExpansion,
} from "../../../src/argo/manifest/escape-dollar.js";
import type { Inputs } from "../../../src/definition/port.js";
import { artifact, optional, parameter, text } from "../../../src/index.js";

const escaped =
  "{{=replace(toJson(map(toPairs(inputs.parameters), ({\"name\": #[0], \"value\": #[1]}))), '$', '\\\\u0024')}}";

test.each<[string, Inputs]>([
  ["no inputs", {}],
  ["numbers and booleans", { n: parameter(z.int().min(1)), yes: parameter(z.boolean()) }],
  ["choices", { mode: parameter(z.enum(["fast", "slow"])), one: parameter(z.literal("a")) }],
  ["lists of them", { items: parameter(z.array(z.number().nullable())) }],
  ["an artifact", { page: artifact(text) }],
])("a step with %s reads its parameters unchanged", (_, inputs) => {
  expect(sourceOfParameters(inputs)).toBe("{{inputs.parameters}}");
});

test.each<[string, Inputs]>([
  ["a text", { n: parameter(z.int()), words: parameter(z.string()) }],
  ["a text that may be missing", { words: optional(parameter(z.string())) }],
  ["a choice with a dollar", { currency: parameter(z.enum(["€", "$"])) }],
  ["a list of texts", { words: parameter(z.array(z.string())) }],
  ["an object", { item: parameter(z.object({ n: z.int() })) }],
  ["a list of an object and a number", { item: parameter(z.tuple([z.object({ n: z.int() }), z.int()])) }],
  ["anything", { any: parameter(z.any().refine((value) => typeof value !== "string")) }],
])("a step with %s reads them with each dollar escaped", (_, inputs) => {
  expect(sourceOfParameters(inputs)).toBe(escaped);
});

test.each([
  ["echo $$ $HOME $(date)", "echo $$$ $HOME $(date)"],
  ["a$$$b", "a$$$$$b"],
  ["$(ARGO_NODE_ID)", "$$(ARGO_NODE_ID)"],
  ["US$", "US$"],
])("the script %j is written as %j", (source, expected) => {
  expect(sourceOfScript(source)).toBe(expected);
});

test("each dollar that Kubernetes would expand is doubled in arguments and variables, also in values", () => {
  expect(withoutExpansion("$HOME $(HOME) {{inputs.parameters.word}}")).toBe(
    "$HOME $$(HOME) {{=replace(inputs.parameters['word'], '$', '$$')}}",
  );
});
