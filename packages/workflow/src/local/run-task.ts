import { encodeParameter } from "../definition/parameter-text.js";
import type { Inputs } from "../definition/port.js";
import { digest } from "../files/digest.js";
import { finishGroup } from "./finish-task.js";
import { runApproval } from "./run-approval.js";
import { pendingTasks, runGraph } from "./run-graph.js";
import { runMap } from "./run-map.js";
import { runRepeat } from "./run-repeat.js";
import { now, type RunState, update } from "./run-state.js";
import { runStep } from "./run-step.js";
import { bindWiring, type TaskOutcome } from "./scope.js";
import type { CallRun, TaskRun } from "./task-run.js";
import type { TaskValue, TaskValues } from "./task-value.js";
import { artifactValue } from "./workflow-inputs.js";

/** Runs a task whose dependencies are met. */
export async function runTask(run: TaskRun): Promise<TaskOutcome> {
  const { task, scope } = run;
  switch (task.kind) {
    case "approve":
      return runApproval({ ...run, task });
    case "map":
      return runMap({ ...run, task }, runOnce);
    case "repeat":
      return runRepeat({ ...run, task }, runOnce);
    case "call":
      return runOnce({ ...run, task, inputs: bindWiring(task.wiring, scope, task.template.inputs) });
  }
}

async function runOnce(run: CallRun): Promise<TaskOutcome> {
  const { state, task, inputs, record, folder } = run;
  const { template } = task;
  if (template.kind === "step") return runStep({ ...run, step: template });
  const children = pendingTasks(template.graph, `${record.id}/`);
  update(state, record, { phase: "Running", startedAt: now(), children });
  const scope = { inputs: await withDefaults(state, template.inputs, inputs), results: new Map() };
  const graphRun = { state, graph: template.graph, scope, records: children, folder };
  return finishGroup(state, record, children, await runGraph(graphRun, runTask));
}

/** Adds the defaults of a nested workflow's inputs. */
async function withDefaults(state: RunState, ports: Inputs, inputs: TaskValues): Promise<TaskValues> {
  const values: Record<string, TaskValue | undefined> = { ...inputs };
  for (const [name, port] of Object.entries(ports)) {
    if (values[name] !== undefined || port.need !== "defaulted") continue;
    values[name] =
      port.kind === "parameter"
        ? { kind: "parameter", text: encodeParameter(`parameter "${name}"`, port.schema, port.default) }
        : await artifactValue(name, port, { root: state.root }, digest);
  }
  return values;
}
