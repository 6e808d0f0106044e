import { omitUndefined } from "../../definition/omit-undefined.js";
import { createOnce } from "./create-once.js";
import { generateName } from "./generate-name.js";
import type { NamespacedApi } from "./namespaced-api.js";
import { assignments, fieldsOf, type ManifestObject, type SubmitFrom } from "./requests.js";
import type { ServerWorkflow } from "./workflow.js";

/**
 * Creates a workflow from a manifest, at most once.
 * @param options.name Default: the manifest's name, else one generated from its `generateName`
 * @throws {ServerError} `already-exists` if the name is taken
 */
export function createWorkflow(
  api: NamespacedApi,
  manifest: ManifestObject,
  options: { readonly name?: string },
): Promise<ServerWorkflow> {
  const { generateName: prefix = "workflow-", ...metadata } = fieldsOf(manifest.metadata);
  const name = String(options.name ?? metadata.name ?? generateName(String(prefix)));
  return createOnce(
    api.creations(`${name} cannot be submitted`),
    name,
    api.withInstance(metadata),
    (marked) => ({
      path: `/api/v1/workflows/${api.namespace}`,
      body: {
        namespace: api.connection.namespace,
        workflow: { ...manifest, metadata: { ...marked, name } },
      },
    }),
  );
}

/** Submits a workflow from a template or a cron workflow of the cluster, at most once. */
export function submitFrom(
  api: NamespacedApi,
  { kind, name, workflowName, parameters = {}, labels = {}, serviceAccount }: SubmitFrom,
): Promise<ServerWorkflow> {
  const chosen = workflowName ?? generateName(`${name}-`);
  const metadata = api.withInstance({ labels });
  return createOnce(
    api.creations(`A workflow from ${kind} ${name} cannot be submitted`),
    chosen,
    metadata,
    (marked) => ({
      path: `/api/v1/workflows/${api.namespace}/submit`,
      body: {
        namespace: api.connection.namespace,
        resourceKind: kind,
        resourceName: name,
        submitOptions: {
          name: chosen,
          parameters: assignments(parameters),
          labels: pairs(marked.labels),
          annotations: pairs(marked.annotations),
          ...omitUndefined({ serviceAccount }),
        },
      },
    }),
  );
}

/** `a=b,c=d`, the form of labels in the server's submit options. */
function pairs(values: unknown): string {
  return assignments(fieldsOf(values)).join(",");
}
