import type { NamespacedApi } from "./namespaced-api.js";
import {
  fieldsOf,
  kindFields,
  kindPlurals,
  type ManifestObject,
  nameOf,
  type StoredResourceKind,
} from "./requests.js";

/** Creates a template or a cron workflow. @throws {ServerError} `already-exists` */
export function createStoredResource(
  api: NamespacedApi,
  kind: StoredResourceKind,
  manifest: ManifestObject,
): Promise<ManifestObject> {
  return api.object({
    method: "POST",
    path: `/api/v1/${kindPlurals[kind]}/${api.namespace}`,
    body: { namespace: api.connection.namespace, [kindFields[kind]]: api.instanced(manifest) },
    what: `${nameOf(manifest)} cannot be created`,
  });
}

/** Replaces a template or a cron workflow of the same name. @throws {ServerError} `not-found`, `conflict` */
export async function updateStoredResource(
  api: NamespacedApi,
  kind: StoredResourceKind,
  manifest: ManifestObject,
): Promise<ManifestObject> {
  const metadata = fieldsOf(manifest.metadata);
  const name = String(metadata.name ?? "");
  const existing = await getStoredResource(api, kind, name);
  const { resourceVersion, uid } = fieldsOf(existing.metadata);
  return api.object({
    method: "PUT",
    path: `/api/v1/${kindPlurals[kind]}/${api.namespace}/${encodeURIComponent(name)}`,
    body: {
      name,
      namespace: api.connection.namespace,
      [kindFields[kind]]: api.instanced({
        ...manifest,
        metadata: { ...metadata, namespace: api.connection.namespace, resourceVersion, uid },
      }),
    },
    what: `${nameOf(manifest)} cannot be updated`,
  });
}

/** Reads a template or a cron workflow of the cluster. @throws {ServerError} `not-found` */
export function getStoredResource(
  api: NamespacedApi,
  kind: StoredResourceKind,
  name: string,
): Promise<ManifestObject> {
  return api.object({
    method: "GET",
    path: `/api/v1/${kindPlurals[kind]}/${api.namespace}/${encodeURIComponent(name)}`,
    what: `The ${kind} ${name} cannot be read`,
  });
}

/** Suspends or resumes the schedule of a cron workflow. */
export function setCronSuspended(
  api: NamespacedApi,
  name: string,
  suspended: boolean,
): Promise<ManifestObject> {
  return api.object({
    method: "PUT",
    path: `/api/v1/cron-workflows/${api.namespace}/${encodeURIComponent(name)}/${suspended ? "suspend" : "resume"}`,
    body: { name, namespace: api.connection.namespace },
    what: `The CronWorkflow ${name} cannot be ${suspended ? "suspended" : "resumed"}`,
  });
}
