import type { CronWorkflowSpec } from "@tiphys/argo-lint/argo-schema";
import type { MemoizeOptions } from "./memoize.js";

export type ManifestKind =
  | "Workflow"
  | "WorkflowTemplate"
  | "ClusterWorkflowTemplate"
  | "CronWorkflow"
  | "WorkflowEventBinding";

/** Options of the compiled manifest. */
export interface ManifestOptions {
  /** Image of the project's steps, with a tag or a digest. */
  readonly image: string;
  /** Default: "Workflow". */
  readonly kind?: ManifestKind;
  readonly namespace?: string;
  readonly serviceAccount?: string;
  /** Values of parameters as texts, and keys of artifacts as `<artifact>-key`. */
  readonly set?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** Whether tasks that only follow each other share a pod. Default: as the workflow's `argo.fuse` says. */
  readonly fuse?: boolean;
  /** Lets Argo take the outputs of tasks from earlier workflows. Default: each task runs. */
  readonly memoize?: MemoizeOptions;
  readonly cron?: CronOptions;
  readonly event?: EventOptions;
}

/** When a CronWorkflow runs. Fields have the names of Argo's CronWorkflow. */
export interface CronOptions
  extends Omit<CronWorkflowSpec, "schedules" | "suspend" | "workflowMetadata" | "workflowSpec"> {
  /** A cron expression of five fields, such as "0 3 * * 1", or several of them. */
  readonly schedule: string | readonly [string, ...string[]];
  /** Such as "Europe/Berlin". Default: the controller's. */
  readonly timezone?: string;
  /** What happens if the previous run is still running. Default: "Forbid". */
  readonly concurrencyPolicy?: "Allow" | "Forbid" | "Replace";
}

export interface EventOptions {
  /** Expression over the event, such as `payload.action == "published"`. */
  readonly selector: string;
  /** Expressions over the event, by the name of the parameter that they set. */
  readonly parameters?: Readonly<Record<string, string>>;
}
