import { expect, test } from "vitest";
import * as z from "zod";
import { defineStep, defineWorkflow, parameter } from "../../../src/index.js";
import { templateOf } from "./compiled.js";

const say = defineStep({
  name: "say",
  inputs: { words: parameter(z.string()) },
  outputs: {},
  run: () => ({}),
});
const asks = defineWorkflow({
  name: "asks",
  build(dag) {
    const { mood } = dag.approve({
      name: "review",
      fields: { go: z.enum(["yes", "no"]), mood: z.enum(["good", "bad"]).default("bad"), rate: z.number() },
    });
    dag.task(say, { words: mood });
    const { word } = dag.approve({ name: "plain", fields: { word: z.string() } });
    dag.task(say, { words: word }, { name: "again" });
  },
});

test("Argo's form preselects a default; a choice without one is left to the person", () => {
  expect(templateOf(asks, "review")?.inputs).toEqual({
    parameters: [
      { name: "go", value: "yes", enum: ["yes", "no"] },
      { name: "mood", default: "bad", enum: ["good", "bad"] },
      { name: "rate", value: "", description: "a number" },
    ],
  });
});

test("a default applies even if somebody resumes the node without it", () => {
  expect(templateOf(asks, "review-approved")).toEqual({
    name: "review-approved",
    outputs: {
      parameters: [
        { name: "go", valueFrom: { parameter: "{{tasks.review.outputs.parameters.go}}" } },
        {
          name: "mood",
          valueFrom: { parameter: "{{tasks.review.outputs.parameters.mood}}", default: "bad" },
        },
        { name: "rate", valueFrom: { parameter: "{{tasks.review.outputs.parameters.rate}}" } },
      ],
    },
    dag: { tasks: [{ name: "review", template: "review" }] },
  });
});

test("without a default the task is not wrapped", () => {
  expect(templateOf(asks, "asks")?.dag?.tasks).toMatchObject([
    { name: "review", template: "review-approved" },
    { name: "say" },
    { name: "plain", template: "plain" },
    { name: "again" },
  ]);
});
