import type {
  Artifact,
  ClusterWorkflowTemplate,
  CronWorkflow,
  Parameter,
  Workflow,
  WorkflowEventBinding,
  WorkflowTemplate,
} from "@tiphys/argo-lint/argo-schema";

export const apiVersion = "argoproj.io/v1alpha1";

/** A manifest of one of the kinds that the compiler writes. */
export type ArgoManifest =
  | Workflow
  | WorkflowTemplate
  | ClusterWorkflowTemplate
  | CronWorkflow
  | WorkflowEventBinding;

/** The inputs or outputs of a template, or the arguments of a task. */
export interface ManifestPorts {
  readonly parameters?: readonly Parameter[];
  readonly artifacts?: readonly Artifact[];
}

/** Ports without empty lists; undefined if both are empty. */
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
