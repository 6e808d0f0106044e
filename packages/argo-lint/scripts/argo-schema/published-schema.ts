import * as z from "zod";

const unread = z.unknown().optional();

/**
 * A node of the schema that Argo publishes. Strict, so that an unknown keyword stops the generator instead of being
 * ignored.
 */
const schemaNode = z.strictObject({
  type: z.enum(["object", "array", "string", "integer", "number", "boolean"]).optional(),
  $ref: z.string().optional(),
  const: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), schemaNode).optional();
  },
  get items() {
    return schemaNode.optional();
  },
  get additionalProperties() {
    return schemaNode.optional();
  },
  default: unread,
  enum: unread,
  format: unread,
  "x-kubernetes-group-version-kind": unread,
  "x-kubernetes-list-map-keys": unread,
  "x-kubernetes-list-type": unread,
  "x-kubernetes-map-type": unread,
  "x-kubernetes-patch-merge-key": unread,
  "x-kubernetes-patch-strategy": unread,
  "x-kubernetes-preserve-unknown-fields": z.boolean().optional(),
  "x-kubernetes-unions": unread,
});

const publishedSchema = z.object({ definitions: z.record(z.string(), schemaNode) });

export type SchemaNode = z.infer<typeof schemaNode>;

/** Definitions by their full name, such as `io.k8s.api.core.v1.Container`. */
export type Definitions = ReadonlyMap<string, SchemaNode>;

/** The manifests that Argo Workflows reads. */
export const kinds = [
  "ClusterWorkflowTemplate",
  "CronWorkflow",
  "Workflow",
  "WorkflowEventBinding",
  "WorkflowTemplate",
] as const;

export const argoPackage = "io.argoproj.workflow.v1alpha1.";
export const kubernetesPackage = "io.k8s.";

/** All definitions of Argo's `schema.json`. */
export function readDefinitions(schemaText: string): Definitions {
  return new Map(Object.entries(publishedSchema.parse(JSON.parse(schemaText)).definitions));
}

/** The definition with that full name. @throws {Error} if there is none */
export function definitionOf(definitions: Definitions, name: string): SchemaNode {
  const definition = definitions.get(name);
  if (definition === undefined) throw new Error(`Argo's schema defines no ${name}.`);
  return definition;
}

/** The full name that a `$ref` points to. */
export function referredName(ref: string): string {
  return ref.replace("#/definitions/", "");
}

/** Properties sorted by name, independent of their order in the file. */
export function sortedProperties(node: SchemaNode): readonly (readonly [string, SchemaNode])[] {
  return Object.entries(node.properties ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
