import { describe, expect, test } from "vitest";
import * as z from "zod";
import { DefinitionError } from "../../src/definition/errors.js";
import { isMaybe } from "../../src/definition/reference.js";
import {
  artifact,
  defineStep,
  defineWorkflow,
  html,
  inputArtifact,
  optional,
  parameter,
  table,
} from "../../src/index.js";
import { flip, load, read, report, train } from "./example-steps.js";

describe("a workflow", () => {
  test("has its parameters and artifacts as inputs, what build returns as outputs, and its tasks in order", () => {
    const workflow = defineWorkflow({
      name: "training",
      description: "Trains.",
      parameters: { c: parameter(z.number(), 0.5) },
      artifacts: { x: inputArtifact(table, { path: "x.arrow", key: "x.arrow" }) },
      build(dag, { c, x }) {
        const { model, auc } = dag.task(train, { x, c });
        dag.task(load, {});
        return { model, score: auc };
      },
    });

    expect(workflow.kind).toBe("workflow");
    expect(workflow.description).toBe("Trains.");
    expect(Object.keys(workflow.inputs)).toEqual(["c", "x"]);
    expect(Object.keys(workflow.outputs)).toEqual(["model", "score"]);
    expect(workflow.outputs.model.kind).toBe("artifact");
    expect(workflow.outputs.score.kind).toBe("parameter");
    expect([...workflow.graph.tasks.keys()]).toEqual(["train", "load"]);
    expect(workflow.graph.tasks.get("train")).toMatchObject({
      kind: "call",
      name: "train",
      template: train,
      wiring: {
        x: { kind: "source", source: { from: "input", name: "x" }, maybe: false },
        c: { kind: "source", source: { from: "input", name: "c" }, maybe: false },
      },
      after: [],
    });
    expect(workflow.graph.outputs.score?.source).toEqual({ from: "task", task: "train", output: "auc" });
    expect(workflow).not.toHaveProperty("exit");
  });

  test("may return the result of a task as a whole", () => {
    const workflow = defineWorkflow({ name: "whole", build: (dag) => dag.task(flip, {}) });

    expect(Object.keys(workflow.outputs)).toEqual(["side", "note", "page"]);
  });

  test("may have neither inputs nor outputs nor tasks", () => {
    const workflow = defineWorkflow({ name: "empty", build() {} });

    expect(workflow.inputs).toEqual({});
    expect(workflow.outputs).toEqual({});
    expect(workflow.graph.tasks.size).toBe(0);
  });

  test("runs no step while it is being built", () => {
    let runs = 0;
    const count = defineStep({
      name: "count",
      inputs: {},
      outputs: { n: parameter(z.int()) },
      run: () => {
        runs += 1;
        return { n: runs };
      },
    });

    defineWorkflow({
      name: "quiet",
      build(dag) {
        const { n } = dag.task(count, {});
        dag.map(count, [1, 2], () => ({}), { name: "mapped" });
        dag.repeat(
          count,
          {},
          { until: (round) => round.n.atLeast(1), next: () => ({}), maxRounds: 2 },
          { name: "again" },
        );
        return { n };
      },
      onExit(dag) {
        dag.task(count, {}, {});
      },
    });

    expect(runs).toBe(0);
  });

  test("has an exit handler that reads its parameters, status, failures and outputs", () => {
    const workflow = defineWorkflow({
      name: "watched",
      parameters: { side: parameter(z.string(), "heads") },
      build: (dag) => ({ note: dag.task(load, {}).note }),
      onExit(dag, { parameters, status, outputs }) {
        dag.task(report, { side: parameters.side, note: outputs.note }, { when: status.equals("Failed") });
      },
    });

    expect(workflow.exit?.tasks.get("report")).toMatchObject({
      wiring: {
        side: { kind: "source", source: { from: "input", name: "side" }, maybe: false },
        note: { kind: "source", source: { from: "output", name: "note" }, maybe: true },
      },
      when: { operator: "equals", operand: { source: { from: "status" } }, value: "Failed" },
    });
  });

  test("has references that may not exist for its optional inputs", () => {
    const workflow = defineWorkflow({
      name: "optional-inputs",
      parameters: { side: optional(parameter(z.string())) },
      artifacts: { page: optional(artifact(html)) },
      build(dag, { side, page }) {
        expect(isMaybe(side)).toBe(true);
        expect(isMaybe(page)).toBe(true);
        dag.task(report, { side });
        // @ts-expect-error a value that may not exist
        expect(() => dag.task(read, { side, note: dag.task(load, {}).note })).toThrow(
          'optional-inputs: task "read": input "side" must exist, but the workflow\'s side may not',
        );
      },
    });

    expect(workflow.graph.tasks.get("report")).toMatchObject({ wiring: { side: { maybe: true } } });
  });
});

describe("a workflow is refused for", () => {
  test.each([
    [
      "a wrong name",
      () => defineWorkflow({ name: "Training", build() {} }),
      'A workflow is called "Training". Expected lower-case letters',
    ],
    [
      "a parameter and an artifact of one name",
      () =>
        defineWorkflow({
          name: "a",
          parameters: { x: parameter(z.int()) },
          artifacts: { x: artifact(table) },
          build() {},
        }),
      'a: a parameter and an artifact are both called "x". Rename one.',
    ],
    [
      "a wrong name of an input",
      () => defineWorkflow({ name: "a", parameters: { "x y": parameter(z.int()) }, build() {} }),
      'workflow a: parameter "x y" has a name that Argo refuses',
    ],
    [
      "a default that breaks its schema",
      () => defineWorkflow({ name: "a", parameters: { c: parameter(z.int(), 0.5) }, build() {} }),
      'workflow a: parameter "c": found 0.5, expected an integer. Fix the default or the schema.',
    ],
    [
      "a parameter without a text form",
      () =>
        defineWorkflow({
          name: "a",
          parameters: { c: parameter(z.union([z.string(), z.int()])) },
          build() {},
        }),
      'workflow a: parameter "c": its schema allows strings and other types',
    ],
    [
      "a wrong name of an output",
      () => defineWorkflow({ name: "a", build: (dag) => ({ "x y": dag.task(load, {}).x }) }),
      'a: artifact "x y" has a name that Argo refuses',
    ],
    [
      "an output that is not a reference",
      () => defineWorkflow({ name: "a", build: () => ({ x: 3 as never }) }),
      'a: output "x" is not a reference of this workflow that always exists. Return references from dag.task',
    ],
    [
      "an output that may not exist",
      () =>
        defineWorkflow({
          name: "a",
          build: (dag) => ({
            x: dag.task(report, {}, { when: dag.task(flip, {}).side.equals("heads") }).note as never,
          }),
        }),
      'a: output "x" is not a reference of this workflow that always exists.',
    ],
    [
      "a nested workflow with an exit handler",
      () => {
        const inner = defineWorkflow({
          name: "inner",
          build: (dag) => void dag.task(load, {}),
          onExit: (dag) => void dag.task(load, {}),
        });
        return defineWorkflow({ name: "a", build: (dag) => void dag.task(inner, {}, { name: "b" }) });
      },
      'a: task "b": inner has an onExit, which Argo runs only for the outermost workflow. Move it to that workflow, or define inner without it.',
    ],
    [
      "a reference of the workflow itself in its exit handler",
      () => {
        let leaked: never;
        return defineWorkflow({
          name: "a",
          build(dag) {
            leaked = dag.task(load, {}).note as never;
          },
          onExit(dag) {
            dag.task(report, { note: leaked });
          },
        });
      },
      'a, exit handler: task "report": input "note" is wired to a reference of another workflow.',
    ],
  ])("%s", (_, define, message) => {
    expect(define).toThrow(DefinitionError);
    expect(define).toThrow(message);
  });
});
