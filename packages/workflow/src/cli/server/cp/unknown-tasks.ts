import type { ServerWorkflow } from "../../../argo/client/index.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";
import type { TaskRecord } from "../../../local/run-record.js";
import { type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";
import { attemptsOf, nodesByName, setStatus } from "../find-tasks.js";
import { type ParameterFile, parameterFiles } from "./parameter-files.js";
import { type PlannedCopy, unknownCopies } from "./planned-copy.js";
import { type PlannedLog, plannedLog } from "./planned-logs.js";

/** A task that is not one of the project's. */
export interface ForeignTask {
  readonly record: TaskRecord;
  /** Folder of its files, relative to the run's directory. */
  readonly folder: SafePath;
  readonly parameters: readonly ParameterFile[];
}

/**
 * The tasks of a workflow that is not one of the project's: its nodes that can have outputs, named after the nodes.
 * @throws {UserError} if a node, an artifact or a parameter has a name that is not a valid file name
 */
export function unknownTasks(found: ServerWorkflow): {
  tasks: ForeignTask[];
  copies: PlannedCopy[];
  logs: PlannedLog[];
} {
  const nodes = nodesByName(found);
  const attempts = new Set(
    [...nodes.values()].flatMap(({ type, children = [] }) => (type === "Retry" ? children : [])),
  );
  const tasks: ForeignTask[] = [];
  const taken = new Set<string>();
  const copies: PlannedCopy[] = [];
  const logs: PlannedLog[] = [];
  for (const node of nodes.values()) {
    const hasRun = ["Pod", "Retry", "Suspend", "HTTP", "Plugin"].includes(node.type);
    if (!hasRun || attempts.has(node.id)) continue;
    const id = safePath(uniqueId(pathOf(node.name, found.metadata.name), taken), "The node");
    taken.add(id);
    const given = [...(node.outputs?.parameters ?? [])].flatMap(({ name, value }) =>
      value === undefined ? [] : [[name, value]],
    );
    const record: TaskRecord = {
      id,
      name: node.displayName,
      kind: node.type === "Suspend" ? "approve" : "step",
      ...omitUndefined({ template: node.templateName }),
      phase: "Pending",
      outputs: { parameters: Object.fromEntries(given), artifacts: {} },
    };
    setStatus(record, node);
    const tried = attemptsOf(node, nodes);
    if (tried.length > 0) record.attempts = tried;
    tasks.push({ record, folder: id, parameters: parameterFiles(id, record.outputs?.parameters ?? {}) });
    copies.push(...unknownCopies(id, node));
    logs.push(...plannedLog(found, record, node, nodes));
  }
  return { tasks, copies, logs };
}

/** `wf.train(0:a/b).fit` as a path: `train/0/fit`. The indices of step groups, such as `[0]`, are omitted. */
function pathOf(name: string, workflow: string): string {
  const inside = name.slice(workflow.length).replace(/\[\d+\]/g, "");
  const path = inside
    .replace(/\((\d+)(?::[^()]*)?\)/g, "/$1")
    .split(/[./\\]+/)
    .filter(Boolean)
    .join("/");
  return path === "" ? "main" : path;
}

function uniqueId(wanted: string, taken: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}
