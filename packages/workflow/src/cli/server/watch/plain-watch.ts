import { printable } from "@tiphys/argo-lint/text";
import { messageOfNode, type ServerWorkflow, type WorkflowNode } from "../../../argo/client/index.js";
import { elapsed, shortDuration, timeOf } from "../format/humanize.js";
import { nodeSymbol } from "../format/status-symbols.js";
import type { NodeFilter } from "../node-selector.js";
import { workflowStatus } from "../workflow-status.js";

/** Types of nodes that only group others. */
const groups = new Set(["StepGroup", "TaskGroup"]);

/**
 * Reports a workflow line by line, for logs and pipes: each node that waits, starts or ends, and each change of the
 * workflow's own status. Each change is reported once.
 * @returns a function to call with each new state of the workflow
 */
export function plainWatch(
  shown: NodeFilter,
  write: (line: string) => void,
): (workflow: ServerWorkflow) => void {
  const reported = new Map<string, string>();
  return (workflow) => {
    const { metadata, status } = workflow;
    for (const node of Object.values(status?.nodes ?? {}).sort(byTime)) {
      if (groups.has(node.type) || node.id === metadata.name || node.phase === "Omitted" || !shown(node))
        continue;
      const line = printable(changeOf(node));
      const last = reported.get(node.id);
      reported.set(node.id, line);
      if (last !== line) write(line);
    }
    const words = [metadata.name, workflowStatus(workflow), ...(status?.message ? [status.message] : [])];
    const own = printable(words.join(" "));
    if (reported.get("") !== own) write(own);
    reported.set("", own);
  };
}

/** By end time, or start time if they have not ended. */
function byTime(a: WorkflowNode, b: WorkflowNode): number {
  const time = ({ finishedAt, startedAt }: WorkflowNode): number =>
    timeOf(finishedAt) ?? timeOf(startedAt) ?? 0;
  return time(a) - time(b);
}

function changeOf(node: WorkflowNode): string {
  const { displayName, startedAt, finishedAt, phase = "Pending", type } = node;
  const time =
    type === "Pod" && finishedAt ? shortDuration(elapsed(startedAt, finishedAt, Date.now())) : undefined;
  const symbol = nodeSymbol(node, true, (_style, text) => text);
  return [
    symbol,
    displayName,
    type === "Suspend" && phase === "Running" ? "waits for resume" : phase,
    time,
    messageOfNode(node),
  ]
    .filter((part) => part !== undefined && part !== "")
    .join(" ");
}
