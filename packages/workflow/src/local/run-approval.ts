import { relative } from "node:path";
import { describeSchema } from "../definition/describe-schema.js";
import type { ApproveTask } from "../definition/graph.js";
import { recordedValues } from "./recorded-values.js";
import { now, update } from "./run-state.js";
import { resolveSource, type TaskOutcome } from "./scope.js";
import type { TaskRun } from "./task-run.js";
import type { TaskValue, TaskValues } from "./task-value.js";

/** Asks a person. If nobody can be asked, the task stays suspended and the run ends as incomplete. */
export async function runApproval({
  state,
  task,
  scope,
  record,
}: TaskRun<ApproveTask>): Promise<TaskOutcome> {
  update(state, record, { phase: "Suspended", startedAt: now() });
  const shown: TaskValues = Object.fromEntries(
    Object.entries(task.shows).map(([name, source]) => [name, resolveSource(scope, source)]),
  );
  const shows = Object.entries(shown).map(([name, value]) => [name, showOf(value)]);
  const fields = Object.entries(task.fields).map(
    ([name, { schema }]) => `${name}: ${describeSchema(schema)}`,
  );
  const texts =
    state.cache?.answers(record, [task.message ?? "", ...fields], shown) ??
    (await state.approver({ id: record.id, task, shows: Object.fromEntries(shows) }, state.signal));
  if (texts === undefined) {
    if (!state.signal.aborted) state.incomplete = true;
    update(state, record, { message: `waits for a person: ${Object.keys(task.fields).join(", ")}` });
    return { phase: "Suspended", outputs: {} };
  }
  const outputs = Object.fromEntries(
    Object.entries(texts).map(([name, text]): [string, TaskValue] => [name, { kind: "parameter", text }]),
  );
  update(state, record, {
    phase: "Succeeded",
    finishedAt: now(),
    message: Object.entries(texts)
      .map(([name, text]) => `${name}=${text}`)
      .join(" "),
    outputs: recordedValues(outputs),
  });
  return { phase: "Succeeded", outputs };
}

function showOf(value: TaskValue | undefined): string {
  if (value === undefined) return "–";
  if (value.kind === "parameter") return value.text;
  const paths =
    value.kind === "artifact" ? [value.artifact.path] : value.artifacts.map((artifact) => artifact.path);
  return paths.map((path) => relative(process.cwd(), path)).join(", ");
}
