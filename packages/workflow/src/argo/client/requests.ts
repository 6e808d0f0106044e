import type { ArgoManifest } from "../manifest/types.js";

/** A manifest of a Workflow, a WorkflowTemplate or a CronWorkflow, compiled or from another source. */
export type ManifestObject = ArgoManifest | Readonly<Record<string, unknown>>;

/** What is submitted from a template or a cron workflow of the cluster. */
export interface SubmitFrom {
  readonly kind: "WorkflowTemplate" | "ClusterWorkflowTemplate" | "CronWorkflow";
  readonly name: string;
  /** Name of the new workflow. Default: generated from the template's name. */
  readonly workflowName?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly serviceAccount?: string;
}

export interface ListOptions {
  /** Such as `app=train,workflows.argoproj.io/phase=Failed`. */
  readonly labelSelector?: string;
  readonly limit?: number;
  /** Whether to request whole workflows, with their nodes. Default: only the fields that a list shows. */
  readonly whole?: boolean;
}

/** Selects suspend nodes, such as `displayName=approve`. Default: all. */
export interface NodeSelection {
  readonly nodeFieldSelector?: string;
}

/** The names of the kinds in the paths of requests, and in their bodies. */
export const kindPlurals = {
  WorkflowTemplate: "workflow-templates",
  CronWorkflow: "cron-workflows",
} as const;
export const kindFields = { WorkflowTemplate: "template", CronWorkflow: "cronWorkflow" } as const;

/** Kinds of resources that are stored in the cluster and that create workflows. */
export type StoredResourceKind = keyof typeof kindPlurals;

/** Metadata of a workflow to create. */
export interface Metadata {
  readonly [field: string]: unknown;
  readonly labels: Readonly<Record<string, unknown>>;
}

/** The name of a manifest in messages. */
export function nameOf({ kind, metadata }: ManifestObject): string {
  const { name, generateName } = fieldsOf(metadata);
  return `The ${kind ?? "Workflow"} ${name ?? generateName ?? "without a name"}`;
}

/** The fields of a value in a manifest; empty if it is not an object. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** `NAME=VALUE` for each value, the form of parameters in the server's options. */
export function assignments(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}
