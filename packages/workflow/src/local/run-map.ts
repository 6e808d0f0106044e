import { join } from "node:path";
import { ContractError } from "../definition/errors.js";
import type { MapTask } from "../definition/graph.js";
import { aggregateTexts, decodeParameter } from "../definition/parameter-text.js";
import { describeSource } from "../definition/value-source.js";
import { outcomeOfError } from "./executors/executor.js";
import { failTask, finishGroup, worstPhase } from "./finish-task.js";
import type { TaskRecord } from "./run-record.js";
import { now, update } from "./run-state.js";
import { bindWiring, type Item, type RunScope, resolveSource, type TaskOutcome } from "./scope.js";
import type { CallRun, TaskRun } from "./task-run.js";
import type { ArtifactFile, TaskValue, TaskValues } from "./task-value.js";

/**
 * Runs a task for each item of its list.
 * @param runOnce runs one iteration
 * @throws {ContractError} if the value to map over is not a list
 */
export async function runMap(
  { state, task, scope, record, folder }: TaskRun<MapTask>,
  runOnce: (run: CallRun) => Promise<TaskOutcome>,
): Promise<TaskOutcome> {
  const items = itemsOf(task, scope);
  const iterations = items.map((item): { readonly item: Item; readonly child: TaskRecord } => ({
    item,
    child: {
      id: `${record.id}/${item.index}`,
      name: `${record.name}(${item.index}${labelOf(item)})`,
      kind: task.template.kind,
      template: task.template.name,
      phase: "Pending",
    },
  }));
  const children = iterations.map(({ child }) => child);
  update(state, record, { phase: "Running", startedAt: now(), children });
  const results = await Promise.all(
    iterations.map(async ({ item, child }): Promise<TaskOutcome> => {
      try {
        const inputs = bindWiring(task.wiring, { ...scope, item }, task.template.inputs);
        const run = { state, task, inputs, record: child, folder: join(folder, String(item.index)) };
        return await runOnce(run);
      } catch (error) {
        return failTask(state, child, outcomeOfError(error).message);
      }
    }),
  );
  const phases = results.map((result) => result.phase);
  const result: TaskOutcome = phases.some((phase) => phase !== "Succeeded")
    ? { phase: worstPhase(phases), outputs: {} }
    : { phase: "Succeeded", outputs: collect(task, results) };
  return finishGroup(state, record, children, result);
}

function itemsOf({ name, map }: MapTask, scope: RunScope): Item[] {
  const { items, list } = map;
  if (items.kind === "value") return asArray(items.value, `the list that "${name}" maps`).map(parameterItem);
  const value = resolveSource(scope, items.source);
  if (list.kind === "parameter" && value?.kind === "parameter") {
    const decoded = decodeParameter("the map's list", list.schema, value.text);
    return asArray(decoded, describeSource(items.source)).map(parameterItem);
  }
  if (list.kind === "artifact" && value?.kind === "list")
    return value.artifacts.map((artifact, index) => ({ kind: "artifact", index, artifact }));
  throw new ContractError(
    `${describeSource(items.source)}: found ${value === undefined ? "nothing" : `one ${value.kind}`}, expected a list of ${list.kind}s to map over.`,
  );
}

function asArray(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new ContractError(`${what}: found ${JSON.stringify(value)}, expected a list to map over.`);
}

function parameterItem(value: unknown, index: number): Item {
  return { kind: "parameter", index, value };
}

/** The label of an iteration, as in Argo's node names: `train(0:0.1)`. */
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

function collect({ template }: MapTask, results: readonly TaskOutcome[]): TaskValues {
  const outputs: Record<string, TaskValue> = {};
  for (const [name, port] of Object.entries(template.outputs)) {
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
            artifacts: values.flatMap((value): ArtifactFile[] =>
              value?.kind === "artifact" ? [value.artifact] : [],
            ),
          };
  }
  return outputs;
}
