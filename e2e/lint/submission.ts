import { parseAllDocuments } from "yaml";
import * as z from "zod";

/** An object of Kubernetes, as far as it is looked at here. */
const manifest = z.looseObject({
  apiVersion: z.string().default("argoproj.io/v1alpha1"),
  kind: z.string().optional(),
  metadata: z.looseObject({ labels: z.record(z.string(), z.unknown()).optional() }).optional(),
  spec: z.looseObject({ schedules: z.unknown().optional() }).optional(),
});

export type SubmittedManifest = z.infer<typeof manifest>;

/** The objects of a text, as it says them: YAML 1.1, as Kubernetes' tools read it. */
export function manifestsOf(text: string): unknown[] {
  return parseAllDocuments(text, { version: "1.1" })
    .map((document): unknown => document.toJS({ maxAliasCount: -1 }))
    .filter((value) => value !== null);
}

/** The collection that an object is created in. A kind that does not exist has a collection that does not exist. */
export function collectionOf(object: unknown, namespace: string): string {
  const { apiVersion, kind = "Workflow" } = manifest.parse(object);
  const scope = kind === "ClusterWorkflowTemplate" ? "" : `namespaces/${namespace}/`;
  return `/apis/${apiVersion}/${scope}${kind.toLowerCase()}s`;
}

/** How to make a manifest's pods run on this cluster. */
export interface Pods {
  /** An image with a shell that the cluster can fetch, or has. */
  readonly image: string;
}

/**
 * A manifest to be created and watched: with labels and a name of its own, images that the cluster has, pods that fail
 * at once where nothing says what they do, waits that end, and cron workflows that are due each minute.
 *
 * @param own what is appended to its name, and labels
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
