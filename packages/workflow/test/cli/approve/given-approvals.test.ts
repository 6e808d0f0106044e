import { expect, test } from "vitest";
import * as z from "zod";
import { checkApprovals, givenApprovals } from "../../../src/cli/approve/given-approvals.js";
import { UsageError } from "../../../src/definition/errors.js";
import type { ApproveTask } from "../../../src/definition/graph.js";
import { defineWorkflow } from "../../../src/definition/workflow.js";
import { type Approver, noApprover } from "../../../src/local/approval.js";

const inner = defineWorkflow({
  name: "inner",
  build(dag) {
    dag.approve({ name: "sign", fields: { by: z.string() } });
  },
});
const workflow = defineWorkflow({
  name: "outer",
  build(dag) {
    dag.approve({
      name: "review",
      fields: { verdict: z.enum(["yes", "no"]), rate: z.number().gt(0).default(0.1) },
    });
    dag.task(inner, {});
  },
});

function taskOf(graph: typeof workflow.graph, name: string): ApproveTask {
  const task = graph.tasks.get(name);
  if (task?.kind !== "approve") throw new Error(`${name} is no approval`);
  return task;
}

const review = taskOf(workflow.graph, "review");
const sign = taskOf(inner.graph, "sign");
const { signal } = new AbortController();
const ask =
  (approver: Approver) =>
  (task: ApproveTask): ReturnType<Approver> =>
    approver({ id: task.name, task, shows: {} }, signal);

test("answers field by field, with defaults where no value was given", async () => {
  const answer = ask(givenApprovals([["review.verdict", "yes"]], noApprover));

  await expect(answer(review)).resolves.toEqual({ verdict: "yes", rate: "0.1" });
});

test("accepts the task's name for its only field", async () => {
  const answer = ask(givenApprovals([["sign", "Ada"]], noApprover));

  await expect(answer(sign)).resolves.toEqual({ by: "Ada" });
});

test("uses several values in order, and the last one from then on", async () => {
  const answer = ask(
    givenApprovals(
      [
        ["sign", "Ada"],
        ["sign", "Grace"],
      ],
      noApprover,
    ),
  );

  await expect(answer(sign)).resolves.toEqual({ by: "Ada" });
  await expect(answer(sign)).resolves.toEqual({ by: "Grace" });
  await expect(answer(sign)).resolves.toEqual({ by: "Grace" });
});

test("passes a task with a missing value on to the other approver", async () => {
  const answer = ask(givenApprovals([["review.rate", "0.5"]], async () => ({ from: "elsewhere" })));

  await expect(answer(sign)).resolves.toEqual({ from: "elsewhere" });
  await expect(answer(review)).resolves.toEqual({ from: "elsewhere" });
});

test("encodes a value with its schema", async () => {
  const answer = ask(
    givenApprovals(
      [
        ["review.verdict", "no"],
        ["review.rate", "5e-1"],
      ],
      noApprover,
    ),
  );

  await expect(answer(review)).resolves.toEqual({ verdict: "no", rate: "0.5" });
});

test.each<[string, string]>([
  ["review.verdict", "no"],
  ["review.rate", "0.5"],
  ["sign", "Ada"],
  ["sign.by", "Ada"],
])("accepts %s=%s before anything runs", (name, value) => {
  expect(() => checkApprovals(workflow.graph, [[name, value]])).not.toThrow();
});

test("refuses a value that does not fit before anything runs", () => {
  expect(() => checkApprovals(workflow.graph, [["review.rate", "0"]])).toThrow(
    new UsageError("--approve review.rate: found 0, expected a number greater than 0."),
  );
});

test("refuses a misspelt name and suggests the nearest", () => {
  expect(() => checkApprovals(workflow.graph, [["reviw.verdict", "yes"]])).toThrow(
    new UsageError(
      '--approve reviw.verdict: nobody is asked for that. Did you mean "review.verdict"? Available: review.verdict, review.rate, sign.by, sign.',
    ),
  );
});

test("refuses the bare name of a task with several fields", () => {
  expect(() => checkApprovals(workflow.graph, [["review", "yes"]])).toThrow(
    "--approve review: nobody is asked for that. Available: review.verdict, review.rate, sign.by, sign.",
  );
});

test("reports that nothing waits for a person", () => {
  const silent = defineWorkflow({ name: "silent", build() {} });

  expect(() => checkApprovals(silent.graph, [["review", "yes"]])).toThrow(
    new UsageError(
      "--approve review: nobody is asked for that. Nothing in this workflow waits for a person.",
    ),
  );
});
