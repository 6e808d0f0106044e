import { expect, test } from "vitest";
import { DefinitionError } from "../../src/definition/errors.js";
import { findSteps } from "../../src/definition/find-steps.js";
import { defineStep, defineWorkflow } from "../../src/index.js";
import { flip, load, report } from "./example-steps.js";

const inner = defineWorkflow({
  name: "inner",
  build: (dag) => void dag.task(flip, {}),
});
const outer = defineWorkflow({
  name: "outer",
  build(dag) {
    dag.task(load, {});
    dag.task(inner, {});
    dag.task(load, {}, { name: "again" });
  },
  onExit: (dag) => void dag.task(report, {}),
});

test("finds the steps of several workflows, of nested ones and of exit handlers, once each", () => {
  const steps = findSteps([outer, inner]);

  expect([...steps]).toEqual([
    ["load", load],
    ["flip", flip],
    ["report", report],
  ]);
});

test("finds nothing in an empty workflow", () => {
  expect(findSteps([defineWorkflow({ name: "empty", build() {} })]).size).toBe(0);
});

test("refuses two different steps with the same name", () => {
  const other = defineStep({ name: "load", inputs: {}, outputs: {}, run: () => ({}) });
  const workflow = defineWorkflow({ name: "w", build: (dag) => void dag.task(other, {}) });

  expect(() => findSteps([outer, workflow])).toThrow(
    new DefinitionError('Two different steps are called "load". Rename one of them.'),
  );
});
