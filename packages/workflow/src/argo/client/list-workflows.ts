import * as z from "zod";
import type { NamespacedApi } from "./namespaced-api.js";
import type { ListOptions } from "./requests.js";
import { type ServerWorkflow, workflowSchema } from "./workflow.js";

const listSchema = z.looseObject({ items: z.array(workflowSchema).nullish() });
/** The fields that a list shows. */
const listFields = [
  "metadata",
  ...["metadata", "spec", "status.phase", "status.message", "status.startedAt", "status.finishedAt"].map(
    (field) => `items.${field}`,
  ),
  "items.status.progress",
  "items.status.estimatedDuration",
].join();

/** Lists the workflows of the namespace, newest first. */
export async function listWorkflows(
  api: NamespacedApi,
  { labelSelector, limit, whole }: ListOptions = {},
): Promise<ServerWorkflow[]> {
  const answer = await api.http.json({
    method: "GET",
    path: `/api/v1/workflows/${api.namespace}`,
    query: {
      "listOptions.labelSelector": api.selector(labelSelector),
      "listOptions.limit": limit === undefined ? undefined : String(limit),
      fields: whole === true ? undefined : listFields,
    },
    what: `The workflows of namespace ${api.connection.namespace} cannot be listed`,
  });
  const items = api.parse(listSchema, answer).items ?? [];
  const time = ({ metadata }: ServerWorkflow): string => metadata.creationTimestamp ?? "";
  return items.sort((a, b) => (time(a) < time(b) ? 1 : time(a) > time(b) ? -1 : 0));
}
