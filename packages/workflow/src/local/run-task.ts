import { join, relative } from "node:path";
import type { ApproveTask, CallTask, Task } from "../definition/graph.js";
import type { Inputs } from "../definition/port.js";
import { aggregateTexts, decodeText, encodeText } from "../definition/text-form.js";
import { digest } from "../files/digest.js";
import { outcomeOfError } from "./executors/outcome-of-error.js";
import { recordedValues } from "./recorded-values.js";
import { fail, pendingTasks, runGraph, worst } from "./run-graph.js";
import type { Phase, TaskRecord } from "./run-record.js";
import { isStopping, now, type RunState, update } from "./run-state.js";
import { runStep } from "./run-step.js";
import { holds, type Item, type Scope, type TaskResult, valueOfBinding, valueOfSource } from "./scope.js";
import type { StoredArtifact, StoredValue, StoredValues } from "./value.js";
import { artifactValue } from "./workflow-inputs.js";

/**
 * Runs a task whose dependencies are met.
 * @param folder the task's own, in the run's directory
 */
export async function runTask(
  state: RunState,
  task: Task,
  scope: Scope,
  record: TaskRecord,
  folder: string,
): Promise<TaskResult> {
  if (task.kind === "approve") return approve(state, task, scope, record);
  if (task.map !== undefined) return runMap(state, task, scope, record, folder);
  const inputs = bind(task, scope, task.template.inputs);
  if (task.repeat !== undefined) return runRepeat(state, task, inputs, record, folder);
  return runOnce(state, task, inputs, record, folder);
}

function bind(task: CallTask, scope: Scope, ports: Inputs): StoredValues {
  const values: Record<string, StoredValue | undefined> = {};
  for (const [name, binding] of Object.entries(task.wiring)) {
    const port = ports[name];
    if (port !== undefined) values[name] = valueOfBinding(scope, binding, port, `input "${name}"`);
  }
  return values;
}

async function runOnce(
  state: RunState,
  task: CallTask,
  inputs: StoredValues,
  record: TaskRecord,
  folder: string,
): Promise<TaskResult> {
  const { template } = task;
  if (template.kind === "step") return runStep(state, template, task, inputs, record, folder);
  const children = pendingTasks(template.graph, `${record.id}/`);
  update(state, record, { phase: "Running", startedAt: now(), children });
  const scope: Scope = { inputs: await withDefaults(state, template.inputs, inputs), results: new Map() };
  const result = await runGraph(state, template.graph, scope, children, folder);
  return end(state, record, children, result);
}

/** Adds the values that a nested workflow's inputs have by default. */
async function withDefaults(state: RunState, ports: Inputs, inputs: StoredValues): Promise<StoredValues> {
  const values: Record<string, StoredValue | undefined> = { ...inputs };
  for (const [name, port] of Object.entries(ports)) {
    if (values[name] !== undefined || port.need !== "defaulted") continue;
    values[name] =
      port.kind === "parameter"
        ? { kind: "parameter", text: encodeText(`parameter "${name}"`, port.schema, port.default) }
        : await artifactValue(name, port, { root: state.root }, digest);
  }
  return values;
}

async function runMap(
  state: RunState,
  task: CallTask,
  scope: Scope,
  record: TaskRecord,
  folder: string,
): Promise<TaskResult> {
  const items = itemsOf(task, scope);
  const children = items.map(
    (item): TaskRecord => ({
      id: `${record.id}/${item.index}`,
      name: `${record.name}(${item.index}${labelOf(item)})`,
      kind: task.template.kind,
      template: task.template.name,
      phase: "Pending",
    }),
  );
  update(state, record, { phase: "Running", startedAt: now(), children });
  const results = await Promise.all(
    items.map(async (item, i): Promise<TaskResult> => {
      const child = children[i] ?? record;
      try {
        const inputs = bind(task, { ...scope, item }, task.template.inputs);
        return await runOnce(state, task, inputs, child, join(folder, String(item.index)));
      } catch (error) {
        return fail(state, child, outcomeOfError(error).message);
      }
    }),
  );
  const phases = results.map((result) => result.phase);
  if (phases.some((phase) => phase !== "Succeeded")) {
    return end(state, record, children, { phase: worst(phases), outputs: {} });
  }
  return end(state, record, children, { phase: "Succeeded", outputs: collect(task, results) });
}

function itemsOf(task: CallTask, scope: Scope): Item[] {
  const { map } = task;
  if (map === undefined) return [];
  if (map.items.kind === "value") return [...asArray(map.items.value)].map(parameterItem);
  const value = valueOfSource(scope, map.items.source);
  if (map.list.kind === "parameter" && value?.kind === "parameter") {
    return asArray(decodeText("the map's list", map.list.schema, value.text)).map(parameterItem);
  }
  if (value?.kind === "list")
    return value.artifacts.map((artifact, index) => ({ kind: "artifact", index, artifact }));
  return [];
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parameterItem(value: unknown, index: number): Item {
  return { kind: "parameter", index, value };
}

/** As Argo names a mapped task's nodes: `train(0:0.1)`. */
function labelOf(item: Item): string {
  if (item.kind === "artifact") return "";
  const { value } = item;
  const text =
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, field]) => `${key}:${typeof field === "string" ? field : JSON.stringify(field)}`)
          .join(",")
      : String(value);
  return `:${text.length > 40 ? `${text.slice(0, 39)}…` : text}`;
}

function collect(task: CallTask, results: readonly TaskResult[]): StoredValues {
  const outputs: Record<string, StoredValue> = {};
  for (const [name, port] of Object.entries(task.template.outputs)) {
    const values = results.map((result) => result.outputs[name]);
    outputs[name] =
      port.kind === "parameter"
        ? {
            kind: "parameter",
            text: aggregateTexts(
              values.flatMap((value) => (value?.kind === "parameter" ? [value.text] : [])),
            ),
          }
        : {
            kind: "list",
            artifacts: values.flatMap((value): StoredArtifact[] =>
              value?.kind === "artifact" ? [value.artifact] : [],
            ),
          };
  }
  return outputs;
}

async function runRepeat(
  state: RunState,
  task: CallTask,
  first: StoredValues,
  record: TaskRecord,
  folder: string,
): Promise<TaskResult> {
  const { repeat } = task;
  const children: TaskRecord[] = [];
  update(state, record, { phase: "Running", startedAt: now(), children });
  let inputs = first;
  let result: TaskResult | undefined;
  for (let round = 0; repeat !== undefined && round < repeat.maxRounds && !isStopping(state); round++) {
    const child: TaskRecord = {
      id: `${record.id}/${round}`,
      name: `${record.name}(${round})`,
      kind: task.template.kind,
      template: task.template.name,
      phase: "Pending",
    };
    children.push(child);
    state.listener.changed(record);
    result = await runOnce(state, task, inputs, child, join(folder, String(round)));
    if (result.phase !== "Succeeded") break;
    const roundScope: Scope = { inputs: {}, results: new Map([[task.name, result]]) };
    if (round + 1 === repeat.maxRounds || holds(roundScope, repeat.until)) break;
    result = undefined;
    inputs = { ...inputs, ...bind({ ...task, wiring: repeat.next }, roundScope, task.template.inputs) };
  }
  // No result: a failure elsewhere kept the next round from starting.
  const cutShort: Phase = state.signal.aborted ? "Interrupted" : "Omitted";
  return end(state, record, children, result ?? { phase: cutShort, outputs: {} });
}

async function approve(
  state: RunState,
  task: ApproveTask,
  scope: Scope,
  record: TaskRecord,
): Promise<TaskResult> {
  update(state, record, { phase: "Suspended", startedAt: now() });
  const shows = Object.entries(task.shows).map(([name, source]) => [
    name,
    showOf(valueOfSource(scope, source)),
  ]);
  const texts = await state.approver({ id: record.id, task, shows: Object.fromEntries(shows) }, state.signal);
  if (texts === undefined) {
    if (!state.signal.aborted) state.incomplete = true;
    update(state, record, { message: `waits for a person: ${Object.keys(task.fields).join(", ")}` });
    return { phase: "Suspended", outputs: {} };
  }
  const outputs = Object.fromEntries(
    Object.entries(texts).map(([name, text]): [string, StoredValue] => [name, { kind: "parameter", text }]),
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

function showOf(value: StoredValue | undefined): string {
  if (value === undefined) return "–";
  if (value.kind === "parameter") return value.text;
  const paths =
    value.kind === "artifact" ? [value.artifact.path] : value.artifacts.map((artifact) => artifact.path);
  return paths.map((path) => relative(process.cwd(), path)).join(", ");
}

function end(
  state: RunState,
  record: TaskRecord,
  children: readonly TaskRecord[],
  result: TaskResult,
): TaskResult {
  const phase: Phase = result.phase;
  const failed = children.find((child) => child.phase === "Failed" || child.phase === "Error");
  update(state, record, {
    phase,
    ...(phase === "Suspended" || phase === "Pending" ? {} : { finishedAt: now() }),
    ...(failed === undefined || phase === "Succeeded" ? {} : { message: `child '${failed.name}' failed` }),
    ...(phase === "Succeeded" ? { outputs: recordedValues(result.outputs) } : {}),
  });
  return result;
}
