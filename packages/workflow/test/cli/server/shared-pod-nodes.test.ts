import { expect, test } from "vitest";
import { type WorkflowNode, workflowSchema } from "../../../src/argo/client/workflow.js";
import { planRun } from "../../../src/cli/server/cp/planned-run.js";
import { findTasks, nodesByName } from "../../../src/cli/server/find-tasks.js";
import { matchProjectWorkflow } from "../../../src/cli/server/match-project-workflow.js";
import type { TaskRecord } from "../../../src/local/run-record.js";
import { chains } from "../../argo/play/fixtures/chains.js";

const step = (task: string, phase: string, ...exitCodes: number[]) => ({
  task,
  phase,
  attempts: exitCodes.map((exitCode, i) => ({
    startedAt: `2026-01-01T00:00:0${i}.000Z`,
    finishedAt: `2026-01-01T00:00:0${i + 1}.000Z`,
    exitCode,
  })),
});

const artifact = (name: string, file: string) => ({
  name,
  s3: { key: `chains-x/pod/${file}` },
  archive: { none: {} },
});

/** A run of the chain, whose pod ended like this. */
function ran(pod: Partial<WorkflowNode>, steps?: readonly unknown[]) {
  const report = steps === undefined ? [] : [{ name: "steps", value: JSON.stringify(steps) }];
  const times = { startedAt: "2026-01-01T00:00:00Z", finishedAt: "2026-01-01T00:01:00Z" };
  const { outputs = {}, ...rest } = pod;
  return workflowSchema.parse({
    metadata: { name: "chains-x" },
    spec: { entrypoint: "chains" },
    status: {
      phase: pod.phase,
      nodes: {
        root: {
          id: "root",
          name: "chains-x",
          displayName: "chains-x",
          type: "DAG",
          phase: pod.phase,
          ...times,
        },
        pod: {
          id: "pod",
          name: "chains-x.say-to-last",
          displayName: "say-to-last",
          type: "Retry",
          boundaryID: "root",
          inputs: { parameters: [{ name: "given", value: "hello" }] },
          ...times,
          ...rest,
          outputs: { ...outputs, parameters: [...(outputs.parameters ?? []), ...report] },
        },
      },
    },
  });
}

function records(found: ReturnType<typeof ran>): readonly TaskRecord[] {
  const { graph, inputs } = chains;
  return findTasks(graph, inputs, "chains-x", "", nodesByName(found)).map(({ record }) => record);
}

const succeeded = ran(
  {
    phase: "Succeeded",
    outputs: {
      parameters: [
        { name: "say_words", value: "hello" },
        { name: "tell_told", value: "hello, <hello>" },
      ],
      artifacts: [artifact("say_page", "say_page.txt"), artifact("tell_note", "tell_note.txt")],
    },
  },
  [step("say", "Succeeded", 0), step("tell", "Succeeded", 0), step("flaky", "Succeeded", 75, 75, 0)],
);

test("tasks of a shared pod have their own inputs, outputs, attempts and times", () => {
  const [say, tell, flaky] = records(succeeded);
  expect(say).toMatchObject({
    id: "say",
    phase: "Succeeded",
    startedAt: "2026-01-01T00:00:00.000Z",
    finishedAt: "2026-01-01T00:00:01.000Z",
    inputs: { parameters: { words: "hello" } },
    outputs: { parameters: { words: "hello" } },
  });
  expect(tell?.outputs?.parameters).toEqual({ told: "hello, <hello>" });
  expect(flaky?.attempts?.map(({ exitCode }) => exitCode)).toEqual([75, 75, 0]);
});

test("their artifacts are copied to where a pod for each task has them", () => {
  const own = matchProjectWorkflow({ workflows: [chains] }, succeeded);
  const copies = planRun(succeeded, own).copies.map(({ task, artifact, nameInNode, nodeId, path }) => [
    task,
    artifact,
    nameInNode,
    nodeId,
    path,
  ]);
  expect(copies).toEqual([
    ["say", "page", "say_page", "pod", "say/page.txt"],
    ["tell", "note", "tell_note", "pod", "tell/note.txt"],
  ]);
});

test("a step that failed is known, and the steps after it did not run", () => {
  const message = "main: Error (exit code 65)";
  const failed = ran({ phase: "Failed", message }, [step("say", "Succeeded", 0), step("tell", "Failed", 65)]);
  const found = records(failed).map(({ id, phase, message: told }) => [id, phase, told]);
  expect(found.slice(0, 3)).toEqual([
    ["say", "Succeeded", undefined],
    ["tell", "Failed", message],
    ["flaky", "Omitted", undefined],
  ]);
});

test("without a report, each task has the phase of the pod", () => {
  const lost = ran({ phase: "Error", message: "pod deleted" });
  expect(new Set(records(lost).map(({ phase, message }) => `${phase}: ${message}`))).toEqual(
    new Set(["Error: pod deleted"]),
  );
});
