import { expect, test } from "vitest";
import * as z from "zod";
import { findChains } from "../../../src/argo/graph/find-chains.js";
import type { Workflow } from "../../../src/definition/graph.js";
import {
  artifact,
  type Dag,
  defineStep,
  defineWorkflow,
  parameter,
  scriptStep,
  text,
} from "../../../src/index.js";

const write = defineStep({
  name: "write",
  inputs: { n: parameter(z.number(), 1) },
  outputs: { n: parameter(z.number()), page: artifact(text) },
  run: ({ n }) => ({ n, page: "" }),
});
const read = defineStep({
  name: "read",
  inputs: { page: artifact(text), n: parameter(z.number(), 1) },
  outputs: { n: parameter(z.number()), page: artifact(text) },
  run: ({ n, page }) => ({ n, page }),
});

function workflow(build: (dag: Dag) => void): Workflow {
  return defineWorkflow({ name: "chains", build: (dag) => build(dag) });
}

/** The names of the tasks of each chain. */
function chains(build: (dag: Dag) => void): string[][] {
  return findChains(workflow(build).graph).map((chain) => chain.map(({ name }) => name));
}

test("tasks that only follow each other are one chain, even if a later one reads outputs of several before it", () => {
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a" });
    const b = dag.task(read, { page: a.page }, { name: "b" });
    const c = dag.task(read, { page: b.page, n: a.n }, { name: "c" });
    dag.task(read, { page: a.page, n: b.n }, { name: "d", after: [c] });
  });
  expect(found).toEqual([["a", "b", "c", "d"]]);
});

test("tasks that could run side by side keep pods of their own, and so does the task that both follow", () => {
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a" });
    const b = dag.task(read, { page: a.page }, { name: "b" });
    const left = dag.task(read, { page: b.page }, { name: "left" });
    const right = dag.task(read, { page: b.page }, { name: "right" });
    const c = dag.task(read, { page: left.page, n: right.n }, { name: "c" });
    dag.task(read, { page: c.page }, { name: "d" });
  });
  expect(found).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a task does not wait in a pod for one that its own pod does not need", () => {
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a" });
    const b = dag.task(write, {}, { name: "b" });
    dag.task(read, { page: a.page, n: b.n }, { name: "c" });
  });
  expect(found).toEqual([]);
});

test("two separate chains are two pods", () => {
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a" });
    dag.task(read, { page: a.page }, { name: "b" });
    const c = dag.task(write, {}, { name: "c" });
    dag.task(read, { page: c.page }, { name: "d" });
  });
  expect(found).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("a condition, a map, a repetition and an approval end a chain", () => {
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a" });
    dag.task(read, { page: a.page }, { name: "conditional", when: a.n.equals(1) });
    const c = dag.task(write, {}, { name: "c" });
    dag.map(read, [1, 2], (n) => ({ page: c.page, n }), { name: "mapped" });
    const d = dag.task(write, {}, { name: "d" });
    dag.repeat(
      read,
      { page: d.page },
      { until: (round) => round.n.equals(1), next: () => ({}), maxRounds: 2 },
      { name: "repeated" },
    );
    const e = dag.task(write, {}, { name: "e" });
    dag.approve({ name: "asked", fields: { yes: z.boolean() }, shows: { page: e.page } });
  });
  expect(found).toEqual([]);
});

test("other pod options, fields of the task in the DAG and other programs keep a pod of their own", () => {
  const shell = scriptStep({
    name: "shell",
    image: "localhost/busybox:1",
    command: ["sh"],
    inputs: { n: parameter(z.number()) },
    result: z.number(),
    source: "echo 1",
  });
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a" });
    const large = dag.task(
      read,
      { page: a.page },
      { name: "large", resources: { limits: { memory: "8Gi" } } },
    );
    const c = dag.task(read, { page: large.page }, { name: "c" });
    const hooked = dag.task(read, { page: c.page }, { name: "hooked", dagTask: { hooks: {} } });
    const e = dag.task(read, { page: hooked.page }, { name: "e" });
    dag.task(shell, { n: e.n });
  });
  expect(found).toEqual([]);
});

test("tasks with the same pod options share a pod", () => {
  const resources = { limits: { memory: "8Gi" } };
  const found = chains((dag) => {
    const a = dag.task(write, {}, { name: "a", resources });
    dag.task(read, { page: a.page }, { name: "b", resources, retry: { limit: 2 }, timeout: "5m" });
  });
  expect(found).toEqual([["a", "b"]]);
});
