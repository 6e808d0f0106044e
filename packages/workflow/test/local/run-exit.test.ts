import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  defineStep,
  defineWorkflow,
  failuresSchema,
  optional,
  parameter,
  statusSchema,
} from "../../src/index.js";
import { phases, run, tasksOf } from "./run.js";
import { fail, flip, give } from "./steps.js";

const tell = defineStep({
  name: "tell",
  inputs: {
    status: parameter(statusSchema),
    failures: parameter(failuresSchema),
    n: optional(parameter(z.number())),
    until: parameter(z.int()),
  },
  outputs: { told: parameter(z.string()) },
  run: (told) => ({ told: JSON.stringify(told) }),
});

const workflow = defineWorkflow({
  name: "watched",
  parameters: { until: parameter(z.int(), 1) },
  build(dag, { until }) {
    const { attempt } = dag.task(fail, { until });
    return { n: attempt, given: dag.task(give, { n: attempt }).n };
  },
  onExit(dag, { parameters, status, failures, outputs }) {
    dag.task(tell, { status, failures, n: outputs.given, until: parameters.until });
    dag.task(give, {}, { name: "alarm", when: status.equals("Failed") });
  },
});

describe("an exit handler", () => {
  test("runs after success, with the workflow's outputs", async () => {
    const record = await run(workflow);

    expect(record.phase).toBe("Succeeded");
    expect(phases(record)).toMatchObject({ "onExit/tell": "Succeeded", "onExit/alarm": "Skipped" });
    expect(JSON.parse(tasksOf(record)["onExit/tell"]?.outputs?.parameters.told ?? "")).toEqual({
      status: "Succeeded",
      failures: null,
      n: 1,
      until: 1,
    });
  });

  test("runs after a failure, and receives it", async () => {
    const record = await run(workflow, { parameters: { until: 9 } });

    expect(record).toMatchObject({ phase: "Failed", message: "child 'fail' failed" });
    expect(phases(record)).toMatchObject({
      give: "Omitted",
      "onExit/tell": "Succeeded",
      "onExit/alarm": "Succeeded",
    });
    expect(JSON.parse(tasksOf(record)["onExit/tell"]?.outputs?.parameters.told ?? "")).toEqual({
      status: "Failed",
      failures: [{ displayName: "fail", message: "attempt 1 broke", templateName: "fail", phase: "Failed" }],
      until: 9,
    });
  });

  test("that fails fails the run", async () => {
    const broken = defineWorkflow({
      name: "watched",
      build: (dag) => void dag.task(give, {}),
      onExit: (dag) => void dag.task(fail, {}),
    });

    const record = await run(broken);

    expect(record).toMatchObject({ phase: "Failed", message: "the exit handler failed" });
    expect(phases(record)).toEqual({ give: "Succeeded", "onExit/fail": "Failed" });
  });

  test("does not run while the run waits for a person", async () => {
    const waiting = defineWorkflow({
      name: "watched",
      build: (dag) => void dag.approve({ name: "review", fields: { ok: z.boolean() } }),
      onExit: (dag) => void dag.task(flip, {}),
    });

    const record = await run(waiting);

    expect(record.phase).toBe("Incomplete");
    expect(record.exit).toBeUndefined();
  });
});
