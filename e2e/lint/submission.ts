import { parseAllDocuments } from "yaml";
import * as z from "zod";

/** An object of Kubernetes, with the fields that are read here. */
const manifest = z.looseObject({
  apiVersion: z.string().default("argoproj.io/v1alpha1"),
  kind: z.string().optional(),
  metadata: z.looseObject({ labels: z.record(z.string(), z.unknown()).optional() }).optional(),
  spec: z.looseObject({ schedules: z.unknown().optional() }).optional(),
});

export type SubmittedManifest = z.infer<typeof manifest>;

/** The objects of a YAML text, read as YAML 1.1 as Kubernetes' tools do. */
export function manifestsOf(text: string): unknown[] {
  return parseAllDocuments(text, { version: "1.1" })
    .map((document): unknown => document.toJS({ maxAliasCount: -1 }))
    .filter((value) => value !== null);
}

/** The API collection of an object. An unknown kind has a collection that does not exist. */
export function collectionOf(object: unknown, namespace: string): string {
  const { apiVersion, kind = "Workflow" } = manifest.parse(object);
  const scope = kind === "ClusterWorkflowTemplate" ? "" : `namespaces/${namespace}/`;
  return `/apis/${apiVersion}/${scope}${kind.toLowerCase()}s`;
}

/** What a manifest's pods need to run on this cluster. */
export interface Pods {
  /** An image with a shell that the cluster can pull or has cached. */
  readonly image: string;
}

/**
 * Prepares a manifest to be created and watched: with a unique name and labels, images that the cluster has, pods that fail
 * immediately unless they specify a command, waits that end, and cron workflows that are due every minute.
 *
 * @param own suffix of its name, and labels
 */
export function watchable(
  object: unknown,
  own: { readonly name: string; readonly labels: Readonly<Record<string, string>> },
  pods: Pods,
): SubmittedManifest {
  const { metadata = {}, spec, ...rest } = manifest.parse(withPods(object, pods));
  const { name, ...others } = metadata;
  const named = name === undefined ? { generateName: "lint-e2e-" } : { name: `${String(name)}-${own.name}` };
  return {
    ...rest,
    metadata: { ...others, ...named, labels: { ...metadata.labels, ...own.labels } },
    ...(spec && { spec: spec.schedules === undefined ? spec : { ...spec, schedules: ["* * * * *"] } }),
  };
}

function withPods(value: unknown, pods: Pods): unknown {
  if (Array.isArray(value)) return value.map((item) => withPods(item, pods));
  if (typeof value !== "object" || value === null) return value;
  const object: Record<string, unknown> = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === "suspend" ? { duration: "1s", ...item } : withPods(item, pods),
    ]),
  );
  if (typeof object.image !== "string") return object;
  const call = object.source === undefined ? { command: ["sh", "-c", "exit 1"] } : { command: ["sh"] };
  return { imagePullPolicy: "IfNotPresent", ...call, ...object, image: pods.image };
}
