import { printable } from "@tiphys/argo-lint/text";
import type { ServerWorkflow } from "../../../argo/client/index.js";
import { elapsed, shortDuration, timeOf } from "../format/humanize.js";
import { formatTabColumns } from "../format/tabwriter.js";
import { workflowStatus } from "../workflow-status.js";

/** Workflows as the table that `argo list` prints. @see util/printer/workflow-printer.go of Argo Workflows */
export function listTable(workflows: readonly ServerWorkflow[], wide: boolean, now: number): string {
  const rows = workflows.map((workflow) => {
    const { metadata, spec, status } = workflow;
    const created = timeOf(metadata.creationTimestamp);
    const cells = [
      metadata.name,
      workflowStatus(workflow),
      created === undefined ? "0s" : shortDuration(now - created),
      shortDuration(elapsed(status?.startedAt, status?.finishedAt, now)),
      typeof spec.priority === "number" ? String(spec.priority) : "0",
      status?.message ?? "",
    ];
    return wide ? [...cells, podCounts(workflow), parametersText(workflow)] : cells;
  });
  const heading = ["NAME", "STATUS", "AGE", "DURATION", "PRIORITY", "MESSAGE"];
  const headings = wide ? [...heading, "P/R/C", "PARAMETERS"] : heading;
  return formatTabColumns(
    [headings, ...rows].map((cells) => `${cells.map(printable).join("\t")}\n`).join(""),
    3,
  );
}

/** How many pods are pending, running and completed. */
function podCounts({ status }: ServerWorkflow): string {
  const pods = Object.values(status?.nodes ?? {}).filter(({ type }) => type === "Pod");
  const running = pods.filter(({ phase }) => phase === "Running").length;
  const pending = pods.filter(({ phase = "Pending" }) => phase === "Pending").length;
  return `${pending}/${running}/${pods.length - running - pending}`;
}

function parametersText({ spec }: ServerWorkflow): string {
  return (spec.arguments?.parameters ?? [])
    .flatMap(({ name, value }) => (value === undefined ? [] : [`${name}=${shorten(value)}`]))
    .join(",");
}

/** Cuts the middle of a value of more than 50 characters. */
function shorten(value: string): string {
  return value.length > 50 ? `${value.slice(0, 32)}...${value.slice(-15)}` : value;
}
