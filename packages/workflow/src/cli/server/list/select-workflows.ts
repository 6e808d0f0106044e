import type { ServerWorkflow, WorkflowsService } from "../../../argo/client/index.js";
import { omitUndefined } from "../../../definition/omit-undefined.js";

/** Which workflows to list; default: all. */
export interface ListQuery {
  readonly running?: true;
  readonly completed?: true;
  /** Phases, separated by commas. */
  readonly status?: string;
  /** Labels in the syntax of Kubernetes. */
  readonly selector?: string;
  /** Maximum number, ≥ 1. */
  readonly limit?: number;
}

/**
 * The workflows of the namespace, the running ones first.
 * @param whole whether to request all fields
 */
export async function selectWorkflows(
  service: WorkflowsService,
  query: ListQuery,
  whole: boolean,
): Promise<ServerWorkflow[]> {
  const { limit } = query;
  const labelSelector = selectorOf(query);
  const workflows = await service.listWorkflows({
    ...(labelSelector === "" ? {} : { labelSelector }),
    ...omitUndefined({ limit }),
    whole,
  });
  return workflows.sort(compare);
}

const completed = "workflows.argoproj.io/completed";

/** A label selector. Argo labels workflows with their phase and whether they have completed. */
function selectorOf(query: ListQuery): string {
  const status = (query.status ?? "").split(",").filter((phase) => phase.trim() !== "");
  return [
    query.selector ?? "",
    query.running === true ? `${completed}!=true` : "",
    query.completed === true ? `${completed}=true` : "",
    status.length === 0
      ? ""
      : `workflows.argoproj.io/phase in (${status.map((phase) => phase.trim()).join(",")})`,
  ]
    .filter((part) => part !== "")
    .join(",");
}

/** Running workflows first, the newest first; then ended ones, the most recently ended first. */
function compare(a: ServerWorkflow, b: ServerWorkflow): number {
  const [first, second] = [a, b].map(({ status }) => status?.finishedAt ?? "");
  if (first === "" && second === "") {
    return (a.metadata.creationTimestamp ?? "") < (b.metadata.creationTimestamp ?? "") ? 1 : -1;
  }
  if (first === "" || second === "") return first === "" ? -1 : 1;
  return first === second ? 0 : (first ?? "") < (second ?? "") ? 1 : -1;
}
