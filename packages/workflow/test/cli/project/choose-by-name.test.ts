import { expect, test } from "vitest";
import { chooseWorkflow } from "../../../src/cli/project/choose-by-name.js";
import { UsageError } from "../../../src/definition/errors.js";
import { defineWorkflow } from "../../../src/definition/workflow.js";

const training = defineWorkflow({ name: "training", build() {} });
const scoring = defineWorkflow({ name: "scoring", build() {} });
const project = { workflows: [training, scoring] } as const;

test("takes the first workflow by default", () => {
  expect(chooseWorkflow(project, undefined)).toBe(training);
});

test("takes the workflow with the name", () => {
  expect(chooseWorkflow(project, "scoring")).toBe(scoring);
});

test("suggests the nearest name and lists all", () => {
  expect(() => chooseWorkflow(project, "scorng")).toThrow(
    new UsageError('There is no workflow "scorng". Did you mean "scoring"? Available: training, scoring.'),
  );
});
