import { expect, test } from "vitest";
import * as z from "zod";
import type { Dag } from "../../src/definition/dag.js";
import { type Requirement, taskDependencies } from "../../src/definition/dependencies.js";
import { defineWorkflow, optional, type ParameterRef, parameter } from "../../src/index.js";
import { collect, flip, load, read, report, train } from "./example-steps.js";

function dependencies(task: string, wire: (dag: Dag, fallback: ParameterRef<string>) => void) {
  const { graph } = defineWorkflow({
    name: "w",
    parameters: { fallback: parameter(z.string(), "x"), given: optional(parameter(z.string())) },
    build: (dag, { fallback }) => void wire(dag, fallback),
  });
  const found = graph.tasks.get(task);
  if (found === undefined) throw new Error(`no task ${task}`);
  const { tasks, oneOf } = taskDependencies(found);
  return { tasks: Object.fromEntries(tasks), oneOf };
}

test.each<[string, (dag: Dag) => void, Record<string, Requirement>, string[][]]>([
  ["no inputs", (dag) => dag.task(load, {}, { name: "it" }), {}, []],
  ["data", (dag) => dag.task(train, { x: dag.task(load, {}).x }, { name: "it" }), { load: "succeeded" }, []],
  [
    "data that may not exist",
    (dag) => {
      const { side } = dag.task(flip, {});
      const { note } = dag.task(report, {}, { when: side.equals("heads") });
      dag.task(report, { note }, { name: "it" });
    },
    { report: "ended" },
    [],
  ],
  [
    "a condition",
    (dag) => dag.task(load, {}, { name: "it", when: dag.task(flip, {}).side.equals("heads") }),
    { flip: "succeeded" },
    [],
  ],
  [
    "an order",
    (dag) => dag.task(load, {}, { name: "it", after: [dag.task(flip, {})] }),
    { flip: "ended" },
    [],
  ],
  [
    "an order and data of the same task",
    (dag) => {
      const first = dag.task(load, {});
      dag.task(train, { x: first.x }, { name: "it", after: [first] });
    },
    { load: "succeeded" },
    [],
  ],
  [
    "a map's list",
    (dag) => dag.map(report, dag.task(load, {}).parts, (note) => ({ note }), { name: "it" }),
    { load: "succeeded" },
    [],
  ],
  [
    "what a person is shown",
    (dag) =>
      dag.approve({ name: "it", fields: { ok: z.boolean() }, shows: { rows: dag.task(load, {}).rows } }),
    { load: "succeeded" },
    [],
  ],
  [
    "alternatives",
    (dag) => {
      const { side } = dag.task(flip, {});
      const heads = dag.task(report, {}, { name: "heads", when: side.equals("heads") });
      const tails = dag.task(report, {}, { name: "tails", when: side.equals("tails") });
      dag.task(read, { note: dag.firstOf(heads.note, tails.note), side: "x" }, { name: "it" });
    },
    { heads: "ended", tails: "ended" },
    [["heads", "tails"]],
  ],
])("a task waits for what its wiring says: %s", (_, wire, tasks, oneOf) => {
  expect(dependencies("it", wire)).toEqual({ tasks, oneOf });
});

test("alternatives that include an input of the workflow require none of the tasks", () => {
  const found = dependencies("it", (dag, fallback) => {
    const { side } = dag.task(flip, {});
    const heads = dag.task(flip, {}, { name: "heads", when: side.equals("heads") });
    dag.task(report, { side: dag.firstOf(heads.side, fallback) }, { name: "it" });
  });

  expect(found).toEqual({ tasks: { heads: "ended" }, oneOf: [] });
});

test("a task without wiring to an optional input waits for nothing", () => {
  expect(
    dependencies("it", (dag) => dag.task(collect, { notes: dag.task(load, {}).parts }, { name: "it" })),
  ).toEqual({
    tasks: { load: "succeeded" },
    oneOf: [],
  });
});
