import { join } from "node:path";
import { ContractError } from "../definition/errors.js";
import type { MapTask } from "../definition/graph.js";
import { describeSource } from "../definition/source.js";
import { aggregateTexts, decodeText } from "../definition/text-form.js";
import { bindWiring } from "./bind-wiring.js";
import { outcomeOfError } from "./executors/outcome-of-error.js";
import { finishGroup } from "./finish-group.js";
import { fail, worst } from "./run-graph.js";
import type { TaskRecord } from "./run-record.js";
import { now, update } from "./run-state.js";
import { type Item, type Scope, type TaskResult, valueOfSource } from "./scope.js";
import type { CallRun, TaskRun } from "./task-run.js";
import type { StoredArtifact, StoredValue, StoredValues } from "./value.js";

/**
 * Runs a task for each item of its list.
 * @param runOnce runs one iteration
 * @throws {ContractError} where the list is not one
 */
export async function runMap(
  { state, task, scope, record, folder }: TaskRun<MapTask>,
  runOnce: (run: CallRun) => Promise<TaskResult>,
): Promise<TaskResult> {
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
    iterations.map(async ({ item, child }): Promise<TaskResult> => {
      try {
        const inputs = bindWiring(task.wiring, { ...scope, item }, task.template.inputs);
        const run = { state, task, inputs, record: child, folder: join(folder, String(item.index)) };
        return await runOnce(run);
      } catch (error) {
        return fail(state, child, outcomeOfError(error).message);
      }
    }),
  );
  const phases = results.map((result) => result.phase);
  const result: TaskResult = phases.some((phase) => phase !== "Succeeded")
    ? { phase: worst(phases), outputs: {} }
    : { phase: "Succeeded", outputs: collect(task, results) };
  return finishGroup(state, record, children, result);
}

function itemsOf({ name, map }: MapTask, scope: Scope): Item[] {
  const { items, list } = map;
  if (items.kind === "value") return asArray(items.value, `the list that "${name}" maps`).map(parameterItem);
  const value = valueOfSource(scope, items.source);
  if (list.kind === "parameter" && value?.kind === "parameter") {
    const decoded = decodeText("the map's list", list.schema, value.text);
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

function collect({ template }: MapTask, results: readonly TaskResult[]): StoredValues {
  const outputs: Record<string, StoredValue> = {};
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
            artifacts: values.flatMap((value): StoredArtifact[] =>
              value?.kind === "artifact" ? [value.artifact] : [],
            ),
          };
  }
  return outputs;
}
