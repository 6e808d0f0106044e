import type {
  Container,
  DAGTask,
  EnvVar,
  ResourceRequirements,
  Template,
  WorkflowSpec,
} from "@tiphys/argo-lint/argo-schema";

/** Argo and Kubernetes fields that are copied into the manifest unchanged. The local runner ignores them. */
export interface PodOptions {
  /** Default: the project's image. */
  readonly image?: string;
  /** The pod's requests and limits. */
  readonly resources?: ResourceRequirements;
  /** Environment variables, including those from secrets and config maps. */
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

/** Argo fields of a task in the DAG, such as hooks. */
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

/** Argo fields of a workflow. */
export interface ArgoOptions {
  /** Fields of the specification: ttlStrategy, podGC, artifactGC, archiveLogs, parallelism, synchronization, … */
  readonly spec?: Omit<
    WorkflowSpec,
    "entrypoint" | "arguments" | "templates" | "onExit" | "workflowTemplateRef" | "templateDefaults"
  >;
  /**
   * Runs tasks that only follow each other in one pod, one after the other. Tasks that other tasks could run beside, that have
   * a condition or are mapped, and those with other pod options keep a pod of their own. Default: false.
   */
  readonly fuse?: boolean;
  /** Defaults for the pods of all tasks; a task's own options replace them. */
  readonly pod?: PodOptions;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Merges a task's options into the workflow's: `env`, `volumes` and `volumeMounts` are concatenated, other fields replaced. */
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
