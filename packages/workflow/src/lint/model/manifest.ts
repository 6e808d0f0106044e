import type { ObjectMeta, WorkflowSpec } from "../../definition/argo-schema/types.js";
import type { Path } from "../path.js";
import type { DeepPartial } from "./deep-partial.js";
import type { JsonObject } from "./json.js";
import type { ManifestIndex } from "./manifest-index.js";
import type { TemplateNode } from "./template-node.js";

export const manifestKinds = [
  "Workflow",
  "WorkflowTemplate",
  "ClusterWorkflowTemplate",
  "CronWorkflow",
  "WorkflowEventBinding",
] as const;

export type Kind = (typeof manifestKinds)[number];

/** A manifest whose values have Argo's types. Fields may be missing or unknown. */
export interface Manifest {
  readonly kind: Kind;
  /** The whole manifest. */
  readonly value: JsonObject;
  readonly metadata: DeepPartial<ObjectMeta>;
  /** Of the workflow itself: for a CronWorkflow `spec.workflowSpec`. Empty for a WorkflowEventBinding. */
  readonly spec: DeepPartial<WorkflowSpec>;
  readonly specPath: Path;
  /** In the order of the file; an inline template follows the template whose task or step holds it. */
  readonly templates: readonly TemplateNode[];
  /** All manifests of the linter's call, including this one. */
  readonly world: ManifestIndex;
}

/** `Workflow train-`, for messages. */
export function manifestName({ kind, metadata }: Pick<Manifest, "kind" | "metadata">): string {
  return [kind, metadata.name ?? metadata.generateName].filter(Boolean).join(" ");
}
