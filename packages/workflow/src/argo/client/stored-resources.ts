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
  calls: NamespacedApi,
  kind: StoredResourceKind,
  manifest: ManifestObject,
): Promise<ManifestObject> {
  return calls.object({
    method: "POST",
    path: `/api/v1/${kindPlurals[kind]}/${calls.namespace}`,
    body: { namespace: calls.connection.namespace, [kindFields[kind]]: calls.instanced(manifest) },
    what: `${nameOf(manifest)} cannot be created`,
  });
}

/** Replaces a template or a cron workflow of the same name. @throws {ServerError} `not-found`, `conflict` */
export async function updateStoredResource(
  calls: NamespacedApi,
  kind: StoredResourceKind,
  manifest: ManifestObject,
): Promise<ManifestObject> {
  const metadata = fieldsOf(manifest.metadata);
  const name = String(metadata.name ?? "");
  const there = await getStoredResource(calls, kind, name);
  const { resourceVersion, uid } = fieldsOf(there.metadata);
  return calls.object({
    method: "PUT",
    path: `/api/v1/${kindPlurals[kind]}/${calls.namespace}/${encodeURIComponent(name)}`,
    body: {
      name,
      namespace: calls.connection.namespace,
      [kindFields[kind]]: calls.instanced({
        ...manifest,
        metadata: { ...metadata, namespace: calls.connection.namespace, resourceVersion, uid },
      }),
    },
    what: `${nameOf(manifest)} cannot be updated`,
  });
}

/** A template or a cron workflow of the cluster. @throws {ServerError} `not-found` */
export function getStoredResource(
  calls: NamespacedApi,
  kind: StoredResourceKind,
  name: string,
): Promise<ManifestObject> {
  return calls.object({
    method: "GET",
    path: `/api/v1/${kindPlurals[kind]}/${calls.namespace}/${encodeURIComponent(name)}`,
    what: `The ${kind} ${name} cannot be read`,
  });
}

/** Lets a cron workflow start no more runs, or start them again. */
export function setCronSuspended(
  calls: NamespacedApi,
  name: string,
  suspended: boolean,
): Promise<ManifestObject> {
  return calls.object({
    method: "PUT",
    path: `/api/v1/cron-workflows/${calls.namespace}/${encodeURIComponent(name)}/${suspended ? "suspend" : "resume"}`,
    body: { name, namespace: calls.connection.namespace },
    what: `The CronWorkflow ${name} cannot be ${suspended ? "suspended" : "resumed"}`,
  });
}
