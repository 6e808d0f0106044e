import { expect, test } from "vitest";
import { workflowSchema } from "../../../../src/argo/client/workflow.js";
import { listTable } from "../../../../src/cli/server/list/list-table.js";

const workflows = [
  workflowSchema.parse({
    metadata: { name: "train-x7k2p", creationTimestamp: "2026-03-01T12:00:00Z" },
    spec: {
      priority: 5,
      arguments: {
        parameters: [
          { name: "size", value: "x".repeat(60) },
          { name: "fold", value: 3 },
        ],
      },
    },
    status: {
      phase: "Running",
      startedAt: "2026-03-01T12:00:10Z",
      finishedAt: null,
      nodes: {
        a: { id: "a", name: "a", type: "Pod", phase: "Succeeded" },
        b: { id: "b", name: "b", type: "Pod", phase: "Running" },
        c: { id: "c", name: "c", type: "Suspend", phase: "Running" },
      },
    },
  }),
  workflowSchema.parse({
    metadata: { name: "old", creationTimestamp: "2026-02-20T12:00:00Z" },
    spec: { shutdown: "Terminate" },
    status: {
      phase: "Failed",
      message: "Stopped",
      startedAt: "2026-02-20T12:00:00Z",
      finishedAt: "2026-02-20T12:03:00Z",
    },
  }),
];
const now = Date.parse("2026-03-01T12:01:00Z");

test("has the columns of `argo list`", () => {
  expect(listTable(workflows, false, now).split("\n")).toEqual([
    "NAME          STATUS                AGE   DURATION   PRIORITY   MESSAGE",
    "train-x7k2p   Running (Suspended)   1m    50s        5          ",
    "old           Failed (Terminated)   9d    3m         0          Stopped",
    "",
  ]);
});

test("has pods and parameters in wide format, long values without their middle", () => {
  const [heading, first, second] = listTable(workflows, true, now).split("\n");
  expect(heading).toMatch(/MESSAGE {3}P\/R\/C {3}PARAMETERS$/);
  expect(first).toMatch(/ 0\/1\/1 {3}size=x{32}\.\.\.x{15},fold=3$/);
  expect(second).toMatch(/ Stopped {3}0\/0\/0 {3}$/);
});
