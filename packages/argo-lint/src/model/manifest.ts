import type {
  CronWorkflowSpec,
  DAGTask,
  ObjectMeta,
  Template,
  WorkflowSpec,
  WorkflowStep,
} from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import { isObject, type JsonObject } from "./json.js";
import type { Path } from "./path.js";
import type { TemplateType } from "./template-type.js";

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
  /** In the order of the file; an inline template follows the template that contains its task or step. */
  readonly templates: readonly TemplateNode[];
  /** Finds the templates that this manifest refers to. */
  readonly lookup: TemplateLookup;
}

/** A template of a manifest and its path. */
export interface TemplateNode {
  readonly manifest: Manifest;
  readonly template: DeepPartial<Template>;
  readonly path: Path;
  /** Empty for an inline template. */
  readonly name: string;
  /** Those that are set: none or several are an error of their own. */
  readonly types: readonly TemplateType[];
  /** The task or step that contains it, for an inline template. */
  readonly holder: Call | undefined;
  /** Tasks of its DAG, or steps of all its groups, in the order of the file. */
  readonly calls: readonly Call[];
}

/** A task of a DAG, or a step of a steps template: both call a template with arguments. */
export interface Call {
  readonly kind: "task" | "step";
  /** `tasks` or `steps`: the prefix of its variables. */
  readonly prefix: "tasks" | "steps";
  readonly value: DeepPartial<DAGTask> & DeepPartial<WorkflowStep>;
  readonly path: Path;
  readonly name: string;
  /** The template that contains it. */
  readonly caller: TemplateNode;
  /** Index of its group of parallel steps, from 0; always 0 for tasks. */
  readonly group: number;
  /** Its inline template. */
  readonly inline: TemplateNode | undefined;
}

/** A reference to a workflow template: a `templateRef` or a `workflowTemplateRef`. */
export interface TemplateReference {
  readonly name?: string;
  readonly clusterScope?: boolean;
}

/** What a task, a step or a hook calls. */
export interface CalledTemplate {
  readonly template?: string;
  readonly templateRef?: TemplateReference & { readonly template?: string };
}

/** The manifest that a reference to a workflow template leads to. */
export type Resolution =
  | { readonly kind: "found"; readonly manifest: Manifest }
  /** Only manifests of another namespace have that name; this is the namespace of the first one, empty where it has none. */
  | { readonly kind: "other-namespace"; readonly namespace: string }
  /** Several namespaces have one, and the reference is in a ClusterWorkflowTemplate, which belongs to none. */
  | { readonly kind: "ambiguous" }
  /** No manifest of this call has that name: the cluster may have one. */
  | { readonly kind: "unknown" };

/** The template that a name or a reference leads to. */
export type CallTarget =
  | { readonly kind: "found"; readonly template: TemplateNode }
  /** Its manifest is not among those of this call, or cannot be distinguished from others of its name. */
  | { readonly kind: "elsewhere" }
  /** The name contains a `{{…}}`, so that it is known only at run time. */
  | { readonly kind: "dynamic" }
  /** Its manifest has no template of that name. */
  | { readonly kind: "missing" }
  /** No template is named. */
  | { readonly kind: "none" };

/** Resolves names and references to templates among all manifests of one call of the linter. */
export interface TemplateLookup {
  readonly manifests: readonly Manifest[];

  /**
   * The workflow template that a reference names, as Argo looks for it: a ClusterWorkflowTemplate by its name alone, a
   * WorkflowTemplate in the namespace of the manifest that contains the reference. A manifest without a namespace finds
   * only those without one, as in `argo lint`. A ClusterWorkflowTemplate has no namespace: its references are resolved
   * where it is called, so that one of several templates of a name cannot be chosen.
   *
   * Source: GetNamespaceGetter in pkg/apiclient/offline-client.go, and workflow/templateresolution/context.go
   */
  resolve(ref: TemplateReference, from: Manifest): Resolution;

  /** The manifest whose templates the names in a manifest lead to: its own, or those of its workflowTemplateRef; undefined where that is not found. */
  sourceOfTemplates(manifest: Manifest): Manifest | undefined;

  /** The manifest in which a called template is looked for; undefined where that is not found. */
  sourceOfCalled(called: CalledTemplate, manifest: Manifest): Manifest | undefined;

  /** The template that a name of a manifest leads to, such as its `entrypoint` or a task's `template`. */
  template(manifest: Manifest, name: string | undefined): CallTarget;

  /**
   * The template that a task or step calls, in whichever manifest it is.
   *
   * @param root the manifest that is run: what a ClusterWorkflowTemplate refers to is resolved in its namespace.
   * Default: the manifest of the call.
   */
  callee(call: Call, root?: Manifest): CallTarget;

  /** The template that a `template` or a `templateRef` of a manifest leads to. */
  called(called: CalledTemplate, manifest: Manifest, root?: Manifest): CallTarget;
}

/** Whether a task or step runs once for each item of a list. */
export function isLoop({ value }: Call): boolean {
  return (
    (value.withItems !== undefined && value.withItems.length > 0) ||
    (value.withParam !== undefined && value.withParam !== "") ||
    value.withSequence !== undefined
  );
}

/** The specification of a CronWorkflow; undefined for other kinds. */
export function cronSpecOf({ kind, value }: Manifest): DeepPartial<CronWorkflowSpec> | undefined {
  if (kind !== "CronWorkflow") return undefined;
  // The schema has been checked, so it has Argo's type.
  return isObject(value.spec) ? (value.spec as DeepPartial<CronWorkflowSpec>) : {};
}
