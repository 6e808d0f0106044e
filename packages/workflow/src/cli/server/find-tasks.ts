import type { ServerWorkflow, WorkflowNode } from "../../argo/client/index.js";
import { nodeOfRound, nodesOfTasks } from "../../argo/index.js";
import type { Graph, MapTask, RepeatTask, Task, TemplateTask } from "../../definition/graph.js";
import { absentText } from "../../definition/parameter-text.js";
import type { Inputs, Port } from "../../definition/port.js";
import { pendingTasks } from "../../local/run-graph.js";
import type { TaskRecord } from "../../local/run-record.js";
import { tasksInSharedPods } from "./shared-pod-nodes.js";

/** A task of a run in the cluster, as a run on this machine records it, without artifacts. */
export interface FoundTask {
  readonly task: Task;
  readonly record: TaskRecord;
  /** Undefined if the task was never started. */
  readonly node: WorkflowNode | undefined;
  /** Iterations, rounds, or the tasks of a nested workflow. */
  readonly children: readonly FoundTask[];
  /** Whether other tasks ran in its pod. */
  readonly sharesPod?: true;
}

type Nodes = ReadonlyMap<string, WorkflowNode>;

/** The nodes of a workflow by their names. */
export function nodesByName({ status }: ServerWorkflow): Nodes {
  return new Map(Object.values(status?.nodes ?? {}).map((node) => [node.name, node]));
}

/**
 * Finds the tasks of a graph among the nodes of a run.
 * @param inputs of the workflow with this graph
 * @param parent name of the node that runs the graph
 * @param prefix of the tasks' ids: empty, or `nested/`
 */
export function findTasks(
  graph: Graph,
  inputs: Inputs,
  parent: string,
  prefix: string,
  nodes: Nodes,
): FoundTask[] {
  const shared = tasksInSharedPods(graph, inputs, parent, nodes);
  const names = nodesOfTasks(graph, inputs, parent, shared.size > 0);
  return pendingTasks(graph, prefix).flatMap((record) => {
    const task = graph.tasks.get(record.name);
    if (task === undefined) return [];
    const found = shared.get(task.name);
    if (found === undefined) return [findTask(task, record, names.get(record.name) ?? [], nodes)];
    setStatus(record, found.node);
    if (found.attempts.length > 0) record.attempts = [...found.attempts];
    fillInTexts(found.task, record, found.node);
    return [{ task, record, node: found.node, children: [], sharesPod: true }];
  });
}

function findTask(task: Task, record: TaskRecord, path: readonly string[], nodes: Nodes): FoundTask {
  const started = path.flatMap((name) => nodes.get(name) ?? []);
  const node = nodes.get(path.at(-1) ?? "");
  // The compiler's wrapper of a map or an approval has the task's name; its phase is right even if the list is empty.
  const wrapper = nodes.get(path.at(-2) ?? "");
  setStatus(record, wrapper?.displayName === task.name ? wrapper : (node ?? started.at(-1)));
  if (node === undefined) return { task, record, node, children: [] };
  if (task.kind === "approve") {
    if (node.phase === "Running") record.phase = "Suspended";
    const given = node.outputs?.parameters ?? [];
    const parameters = given.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]]));
    record.outputs = { parameters: Object.fromEntries(parameters), artifacts: {} };
    return { task, record, node, children: [] };
  }
  if (task.kind === "map") return { task, record, node, children: iterations(task, record, node, nodes) };
  if (task.kind === "repeat") return { task, record, node, children: rounds(task, record, node, nodes) };
  return findOnce(task, record, node, nodes);
}

/** A task that runs once, an iteration or a round. */
function findOnce(task: TemplateTask, record: TaskRecord, node: WorkflowNode, nodes: Nodes): FoundTask {
  const { template } = task;
  if (template.kind === "workflow") {
    const children = findTasks(template.graph, template.inputs, node.name, `${record.id}/`, nodes);
    return { task, record, node, children };
  }
  if (record.phase === "Skipped" || record.phase === "Omitted") return { task, record, node, children: [] };
  const attempts = attemptsOf(node, nodes);
  if (attempts.length > 0) record.attempts = attempts;
  fillInTexts(task, record, node);
  return { task, record, node, children: [] };
}

function fillInTexts({ template }: TemplateTask, record: TaskRecord, node: WorkflowNode): void {
  if (record.phase === "Omitted") return;
  const isScript = template.kind === "step" && template.implementation?.kind === "script";
  record.inputs = { parameters: textsOf(template.inputs, node.inputs?.parameters), artifacts: {} };
  record.outputs = {
    parameters: {
      ...textsOf(template.outputs, node.outputs?.parameters),
      ...(isScript && "result" in template.outputs && node.outputs?.result !== undefined
        ? { result: node.outputs.result }
        : {}),
    },
    artifacts: {},
  };
}

function iterations(task: MapTask, record: TaskRecord, group: WorkflowNode, nodes: Nodes): FoundTask[] {
  const members = [...nodes.values()].flatMap((node): [number, WorkflowNode][] => {
    const index = /^\((\d+)[:)]/.exec(node.name.slice(group.name.length))?.[1];
    const isMember = node.name.startsWith(group.name) && group.children?.includes(node.id);
    return isMember && index !== undefined ? [[Number(index), node]] : [];
  });
  return members
    .sort(([a], [b]) => a - b)
    .map(([index, node]) => findOnce(task, childRecord(task, record, index, node), node, nodes));
}

function rounds(task: RepeatTask, record: TaskRecord, node: WorkflowNode, nodes: Nodes): FoundTask[] {
  const found: FoundTask[] = [];
  for (let round = 0; ; round++) {
    const one = nodes.get(nodeOfRound(task.name, node.name, round));
    if (one === undefined) return found;
    found.push(findOnce(task, childRecord(task, record, round, one), one, nodes));
  }
}

function childRecord(task: TemplateTask, parent: TaskRecord, index: number, node: WorkflowNode): TaskRecord {
  const record: TaskRecord = {
    id: `${parent.id}/${index}`,
    name: `${parent.name}(${index})`,
    kind: task.template.kind,
    template: task.template.name,
    phase: "Pending",
  };
  setStatus(record, node);
  return record;
}

/** Sets phase, message and times of a task's record from its node. */
export function setStatus(record: TaskRecord, node: WorkflowNode | undefined): void {
  if (node === undefined) {
    record.phase = "Omitted";
    return;
  }
  record.phase = node.phase ?? "Pending";
  if (node.message !== undefined && node.message !== "") record.message = node.message;
  if (record.phase === "Skipped" || record.phase === "Omitted") return;
  if (typeof node.startedAt === "string") record.startedAt = node.startedAt;
  if (typeof node.finishedAt === "string") record.finishedAt = node.finishedAt;
}

/** Each attempt of a step: the children of a node that retries, or the pod itself. */
export function attemptsOf(node: WorkflowNode, nodes: Nodes): NonNullable<TaskRecord["attempts"]> {
  const pods =
    node.type === "Retry" ? [...nodes.values()].filter(({ id }) => node.children?.includes(id)) : [node];
  return pods.flatMap(({ type, startedAt, finishedAt, message, outputs }) => {
    if (type !== "Pod" || typeof startedAt !== "string" || typeof finishedAt !== "string") return [];
    const exitCode = outputs?.exitCode === undefined ? {} : { exitCode: Number(outputs.exitCode) };
    return [{ startedAt, finishedAt, ...exitCode, ...(message ? { message } : {}) }];
  });
}

/** The values of a template's own ports; a node also has parameters that the compiler added. */
function textsOf(
  ports: Readonly<Record<string, Port>>,
  found: readonly { readonly name: string; readonly value?: string | undefined }[] = [],
): Record<string, string> {
  const texts = found.flatMap(({ name, value }): [string, string][] =>
    ports[name]?.kind === "parameter" && value !== undefined && value !== absentText ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}
