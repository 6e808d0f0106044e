import type {
  Container,
  DAGTask,
  EnvVar,
  ResourceRequirements,
  Template,
  WorkflowSpec,
} from "./argo-schema/types.js";

/** Fields of Argo and Kubernetes that pass into a manifest as they are. The local runner gives them no meaning. */
export interface PodOptions {
  /** Instead of the project's image. */
  readonly image?: string;
  /** What the pod asks for and may use at most. */
  readonly resources?: ResourceRequirements;
  /** Environment variables, also from secrets and config maps. */
  readonly env?: readonly EnvVar[];
  /** The rest of the container: volumeMounts, securityContext, … */
  readonly container?: Omit<Container, "name" | "image" | "command" | "args" | "resources" | "env">;
  /** The rest of the template: nodeSelector, tolerations, affinity, volumes, sidecars, memoize, metrics, … */
  readonly template?: Omit<
    Template,
    | "name"
    | "inputs"
    | "outputs"
    | "container"
    | "containerSet"
    | "script"
    | "dag"
    | "steps"
    | "suspend"
    | "resource"
    | "http"
    | "data"
    | "plugin"
    | "retryStrategy"
    | "activeDeadlineSeconds"
    | "timeout"
  >;
}

/** Fields of a task in the DAG: hooks and the like. */
export type DagTaskFields = Omit<
  DAGTask,
  | "name"
  | "template"
  | "templateRef"
  | "inline"
  | "arguments"
  | "depends"
  | "dependencies"
  | "when"
  | "withItems"
  | "withParam"
  | "withSequence"
  | "onExit"
  | "continueOn"
>;

/** Fields of a workflow as a whole. */
export interface ArgoOptions {
  /** Fields of the specification: ttlStrategy, podGC, artifactGC, archiveLogs, parallelism, synchronization, … */
  readonly spec?: Omit<
    WorkflowSpec,
    "entrypoint" | "arguments" | "templates" | "onExit" | "workflowTemplateRef" | "templateDefaults"
  >;
  /** For the pods of all tasks, where a task says nothing else. */
  readonly pod?: PodOptions;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A task's options on top of the workflow's: lists are joined, other fields replaced. */
export function mergePodOptions(defaults: PodOptions = {}, own: PodOptions = {}): PodOptions {
  const env = [...(defaults.env ?? []), ...(own.env ?? [])];
  const volumes = [...(defaults.template?.volumes ?? []), ...(own.template?.volumes ?? [])];
  const volumeMounts = [...(defaults.container?.volumeMounts ?? []), ...(own.container?.volumeMounts ?? [])];
  const container = {
    ...defaults.container,
    ...own.container,
    ...(volumeMounts.length === 0 ? {} : { volumeMounts }),
  };
  const template = { ...defaults.template, ...own.template, ...(volumes.length === 0 ? {} : { volumes }) };
  return {
    ...defaults,
    ...own,
    ...(env.length === 0 ? {} : { env }),
    ...(Object.keys(container).length === 0 ? {} : { container }),
    ...(Object.keys(template).length === 0 ? {} : { template }),
  };
}
