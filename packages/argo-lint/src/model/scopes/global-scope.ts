import type { Manifest } from "../manifest.js";
import { VariableScope } from "./scope.js";

/** The variables of every workflow. */
const always = [
  "workflow.name",
  "workflow.namespace",
  "workflow.mainEntrypoint",
  "workflow.serviceAccountName",
  "workflow.uid",
  "workflow.annotations",
  "workflow.annotations.json",
  "workflow.labels",
  "workflow.labels.json",
  "workflow.status",
];

/**
 * The variables of a workflow, which its templates can read wherever they are called.
 *
 * @returns all except outputs with a `globalName`, and `workflow.failures`
 * Source: ValidateWorkflow in workflow/validate/validate.go; for a CronWorkflow toWorkflow in workflow/common/convert.go
 */
export function globalScope(manifest: Manifest): VariableScope {
  const { spec } = manifest;
  const referred = referredManifest(manifest);
  const isOpen = referred === "elsewhere";
  const scope = new VariableScope(undefined, isOpen ? isOfReferred : undefined);
  scope.add(...always);
  const specs = isOpen || referred === undefined ? [spec] : [spec, referred.spec];
  const parameters = specs.flatMap((each) => each.arguments?.parameters ?? []);
  if (parameters.length > 0) scope.add("workflow.parameters", "workflow.parameters.json");
  for (const { name } of parameters) if (name) scope.add(`workflow.parameters.${name}`);
  const own = manifest.kind === "CronWorkflow" ? cronMetadata : manifest.metadata;
  for (const metadata of [own, ...specs.map((each) => each.workflowMetadata)]) {
    for (const key of Object.keys(metadata?.annotations ?? {})) scope.add(`workflow.annotations.${key}`);
    for (const key of Object.keys(metadata?.labels ?? {})) scope.add(`workflow.labels.${key}`);
  }
  for (const each of specs) {
    for (const key of Object.keys(each.workflowMetadata?.labelsFrom ?? {}))
      scope.add(`workflow.labels.${key}`);
  }
  if (spec.priority !== undefined) scope.add("workflow.priority");
  return scope;
}

/** The metadata that the controller sets on each workflow of a CronWorkflow. */
const cronMetadata = {
  annotations: { "workflows.argoproj.io/scheduled-time": "" },
  labels: { "workflows.argoproj.io/cron-workflow": "", "workflows.argoproj.io/controller-instanceid": "" },
};

/** Variables that a workflow template that is not among the manifests may add. */
function isOfReferred(name: string): boolean {
  return /^workflow\.(parameters|annotations|labels)\b/.test(name);
}

/** The workflow template of a workflow's workflowTemplateRef. */
export function referredManifest(manifest: Manifest): Manifest | "elsewhere" | undefined {
  if (manifest.spec.workflowTemplateRef === undefined) return undefined;
  return manifest.lookup.sourceOfTemplates(manifest) ?? "elsewhere";
}
