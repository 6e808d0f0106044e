import type { ArgoManifest } from "../manifest/types.js";

/** A manifest of a Workflow, a WorkflowTemplate or a CronWorkflow: a compiled one, or one from elsewhere. */
export type ManifestObject = ArgoManifest | Readonly<Record<string, unknown>>;

/** What is submitted from a template or a cron workflow of the cluster. */
export interface SubmitFrom {
  readonly kind: "WorkflowTemplate" | "ClusterWorkflowTemplate" | "CronWorkflow";
  readonly name: string;
  /** Of the new workflow; made from the template's name where left out. */
  readonly workflowName?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly serviceAccount?: string;
}

export interface ListOptions {
  /** Such as `app=train,workflows.argoproj.io/phase=Failed`. */
  readonly labelSelector?: string;
  readonly limit?: number;
  /** Whether all that there is of a workflow is asked for, with its nodes; else what a list shows. */
  readonly whole?: boolean;
}

/** Which suspend nodes are meant, such as `displayName=approve`; all where left out. */
export interface NodeSelection {
  readonly nodeFieldSelector?: string;
}

/** What the kinds are called in the paths of requests, and in their bodies. */
export const kindPlurals = {
  WorkflowTemplate: "workflow-templates",
  CronWorkflow: "cron-workflows",
} as const;
export const kindFields = { WorkflowTemplate: "template", CronWorkflow: "cronWorkflow" } as const;

/** Kinds that are kept in the cluster and that workflows come from. */
export type StoredResourceKind = keyof typeof kindPlurals;

/** Metadata of a workflow that is about to be created. */
export interface Metadata {
  readonly [field: string]: unknown;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** What a manifest is called in messages. */
export function nameOf({ kind, metadata }: ManifestObject): string {
  const { name, generateName } = fieldsOf(metadata);
  return `The ${kind ?? "Workflow"} ${name ?? generateName ?? "without a name"}`;
}

/** The fields of a value of a manifest; none where it is no object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}
