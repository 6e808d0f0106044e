import type { ServerWorkflow, WorkflowNode } from "../../../argo/client/index.js";
import { logName } from "../../../local/log-files.js";
import type { TaskRecord } from "../../../local/run-record.js";
import { joinSafe, type SafePath, safePath } from "../../../storage/folder-transfer/safe-path.js";
import type { FoundTask } from "../find-tasks.js";
import { podName } from "../get/pod-name.js";

/** A pod whose log is to be copied. */
export interface LoggedPod {
  readonly name: string;
  readonly nodeId: string;
  /** When it started; lines that were archived have no other time. */
  readonly startedAt: string | undefined;
  /** Whether Argo stored its log (`archiveLogs`). */
  readonly isArchived: boolean;
  /** How it failed; undefined if it did not. */
  readonly failure: PodFailure | undefined;
}

interface PodFailure {
  readonly finishedAt: string | undefined;
  readonly exitCode: number | undefined;
  readonly message: string;
}

/** The log of a task in the cluster, and the path to copy it to. */
export interface PlannedLog {
  /** Id of the task. */
  readonly task: string;
  /** Relative to the run's directory. */
  readonly path: SafePath;
  /** The pods of its attempts, in order. */
  readonly pods: readonly LoggedPod[];
  /** If tasks shared the pod: the name that is before this task's lines. */
  readonly nameInPod?: string;
}

/** The name of the artifact in which Argo stores the log of a pod's main container. */
export const archivedLog = "main-logs";

/** The logs of a run's steps. */
export function plannedLogs(
  found: ServerWorkflow,
  tasks: readonly FoundTask[],
  nodes: ReadonlyMap<string, WorkflowNode>,
): PlannedLog[] {
  return tasks.flatMap(({ task, record, node, children, sharesPod }) => {
    if (record.kind !== "step" || task.kind === "approve" || node === undefined)
      return plannedLogs(found, children, nodes);
    return plannedLog(found, record, node, nodes).map((log) =>
      sharesPod === true ? { ...log, nameInPod: task.name } : log,
    );
  });
}

/** The log of a task; empty if it did not run in a pod. */
export function plannedLog(
  found: ServerWorkflow,
  { id, phase }: Pick<TaskRecord, "id" | "phase">,
  node: WorkflowNode,
  nodes: ReadonlyMap<string, WorkflowNode>,
): PlannedLog[] {
  if (phase === "Skipped" || phase === "Omitted") return [];
  const pods = podsOf(node, nodes).map((pod) => loggedPod(found, pod));
  const folder = safePath(id, "The task");
  return pods.length === 0 ? [] : [{ task: id, path: joinSafe(folder, safePath(logName, "The log")), pods }];
}

/** The pods of a node's attempts. One whose outputs were taken from an earlier workflow had none. */
function podsOf(node: WorkflowNode, nodes: ReadonlyMap<string, WorkflowNode>): WorkflowNode[] {
  const ids = node.children ?? [];
  const attempts = node.type === "Retry" ? [...nodes.values()].filter(({ id }) => ids.includes(id)) : [node];
  return attempts
    .filter(({ type, memoizationStatus }) => type === "Pod" && memoizationStatus?.hit !== true)
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}

/** The name of a node's pod, with the hash that the server gave the node; that of the node's name should be the same. */
function nameOfPod(found: ServerWorkflow, node: WorkflowNode): string {
  const hash = node.id.startsWith(`${found.metadata.name}-`) ? /-(\d+)$/.exec(node.id)?.[1] : undefined;
  const name = podName(found, node);
  return hash === undefined ? name : name.replace(/-\d+$/, `-${hash}`);
}

function loggedPod(found: ServerWorkflow, node: WorkflowNode): LoggedPod {
  const { phase, message = "", outputs, startedAt, finishedAt } = node;
  const exitCode = outputs?.exitCode === undefined ? undefined : Number(outputs.exitCode);
  return {
    name: nameOfPod(found, node),
    nodeId: node.id,
    startedAt: startedAt ?? found.metadata.creationTimestamp,
    isArchived: outputs?.artifacts?.some(({ name }) => name === archivedLog) === true,
    failure:
      phase === "Failed" || phase === "Error"
        ? { finishedAt: finishedAt ?? undefined, exitCode, message }
        : undefined,
  };
}
