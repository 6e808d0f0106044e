import type { ServerWorkflow } from "../../../argo/client/index.js";
import type { TaskRecord } from "../../../local/run-record.js";
import { attemptsOf, nodesByName, tell } from "./find-tasks.js";
import { foreignCopies, type PlannedCopy } from "./planned-copy.js";

/** What a workflow has that is none of the project's: its nodes that put something out, by their names alone. */
export function foreignTasks(found: ServerWorkflow): { tasks: TaskRecord[]; copies: PlannedCopy[] } {
  const nodes = nodesByName(found);
  const attempts = new Set(
    [...nodes.values()].flatMap(({ type, children = [] }) => (type === "Retry" ? children : [])),
  );
  const tasks: TaskRecord[] = [];
  const copies: PlannedCopy[] = [];
  for (const node of nodes.values()) {
    const hasRun = ["Pod", "Retry", "Suspend", "HTTP", "Plugin"].includes(node.type);
    if (!hasRun || attempts.has(node.id)) continue;
    const id = uniqueId(pathOf(node.name, found.metadata.name), tasks);
    const given = [...(node.outputs?.parameters ?? [])].flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, value]],
    );
    const record: TaskRecord = {
      id,
      name: node.displayName,
      kind: node.type === "Suspend" ? "approve" : "step",
      ...(node.templateName === undefined ? {} : { template: node.templateName }),
      phase: "Pending",
      outputs: { parameters: Object.fromEntries(given), artifacts: {} },
    };
    tell(record, node);
    const tried = attemptsOf(node, nodes);
    if (tried.length > 0) record.attempts = tried;
    tasks.push(record);
    copies.push(...foreignCopies(id, node));
  }
  return { tasks, copies };
}

/** `wf.train(0:a/b).fit` as a path: `train/0/fit`. The steps of a list of steps have no number. */
function pathOf(name: string, workflow: string): string {
  const inside = name.slice(workflow.length).replace(/\[\d+\]/g, "");
  const path = inside
    .replace(/\((\d+)(?::[^()]*)?\)/g, "/$1")
    .split(/[./\\]+/)
    .filter(Boolean)
    .join("/");
  return path === "" ? "main" : path;
}

function uniqueId(wanted: string, tasks: readonly TaskRecord[]): string {
  let id = wanted;
  for (let n = 2; tasks.some((task) => task.id === id); n++) id = `${wanted}-${n}`;
  return id;
}
