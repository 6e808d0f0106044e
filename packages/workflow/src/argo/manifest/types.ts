import type {
  Artifact,
  ClusterWorkflowTemplate,
  CronWorkflow,
  Parameter,
  Workflow,
  WorkflowEventBinding,
  WorkflowTemplate,
} from "../../definition/argo-schema/types.js";

/** A manifest of a kind that this compiler writes. */
export type ArgoManifest =
  | Workflow
  | WorkflowTemplate
  | ClusterWorkflowTemplate
  | CronWorkflow
  | WorkflowEventBinding;

/** What a template takes or gives, and what a task passes to it. */
export interface ManifestPorts {
  readonly parameters?: readonly Parameter[];
  readonly artifacts?: readonly Artifact[];
}

/** Ports without the lists that are empty; undefined where both are. */
export function portsOf(
  parameters: readonly Parameter[],
  artifacts: readonly Artifact[],
): ManifestPorts | undefined {
  if (parameters.length === 0 && artifacts.length === 0) return undefined;
  return {
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(artifacts.length === 0 ? {} : { artifacts }),
  };
}
