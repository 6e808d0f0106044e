import type { DAGTask, ObjectMeta, Template, WorkflowSpec, WorkflowStep } from "../argo-schema/types.js";
import type { DeepPartial } from "./deep-partial.js";
import { isObject, type JsonObject, valueAt } from "./json.js";
import type { Call, Kind, Manifest, TemplateNode } from "./manifest.js";
import type { ManifestIndex } from "./manifest-index.js";
import type { Path } from "./path.js";
import { templateTypes } from "./template-type.js";

/**
 * Builds the manifest of a value, and adds it to the index.
 *
 * @param value checked against the schema: every field has its type, and none is null
 */
export function buildManifest(kind: Kind, value: JsonObject, index: ManifestIndex): Manifest {
  const specPath: Path = kind === "CronWorkflow" ? ["spec", "workflowSpec"] : ["spec"];
  const hasSpec = kind !== "WorkflowEventBinding";
  const templates: TemplateNode[] = [];
  const spec = hasSpec ? valueAt(value, specPath) : undefined;
  const manifest: Manifest = {
    kind,
    value,
    // The schema has been checked, so these have Argo's types.
    metadata: (value.metadata ?? {}) as DeepPartial<ObjectMeta>,
    spec: (isObject(spec) ? spec : {}) as DeepPartial<WorkflowSpec>,
    specPath,
    templates,
    lookup: index,
  };
  for (const [i, template] of (manifest.spec.templates ?? []).entries()) {
    addTemplate(manifest, template, [...specPath, "templates", i], undefined, templates);
  }
  index.add(manifest);
  return manifest;
}

function addTemplate(
  manifest: Manifest,
  template: DeepPartial<Template>,
  path: Path,
  holder: Call | undefined,
  all: TemplateNode[],
): TemplateNode {
  const calls: Call[] = [];
  const node: TemplateNode = {
    manifest,
    template,
    path,
    name: template.name ?? "",
    types: templateTypes.filter((type) => template[type] !== undefined),
    holder,
    calls,
  };
  all.push(node);
  for (const [i, task] of (template.dag?.tasks ?? []).entries()) {
    addCall(node, "task", task, [...path, "dag", "tasks", i], 0, calls, all);
  }
  for (const [group, steps] of (template.steps ?? []).entries()) {
    for (const [i, step] of steps.entries()) {
      addCall(node, "step", step, [...path, "steps", group, i], group, calls, all);
    }
  }
  return node;
}

function addCall(
  caller: TemplateNode,
  kind: "task" | "step",
  value: DeepPartial<DAGTask> & DeepPartial<WorkflowStep>,
  path: Path,
  group: number,
  calls: Call[],
  all: TemplateNode[],
): void {
  const call: { -readonly [K in keyof Call]: Call[K] } = {
    kind,
    prefix: kind === "task" ? "tasks" : "steps",
    value,
    path,
    name: value.name ?? "",
    caller,
    group,
    inline: undefined,
  };
  calls.push(call);
  if (value.inline !== undefined) {
    call.inline = addTemplate(caller.manifest, value.inline, [...path, "inline"], call, all);
  }
}
