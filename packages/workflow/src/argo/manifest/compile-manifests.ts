import type { CronWorkflowSpec, ObjectMeta, WorkflowSpec } from "@tiphys/argo-lint/argo-schema";
import { sourcesOf } from "../../definition/dependencies.js";
import { UsageError } from "../../definition/errors.js";
import type { Binding, CallTask, Graph, Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { syntheticWorkflow } from "../graph/wrap-maps.js";
import { checkImage } from "./check-image.js";
import { checkValues } from "./check-values.js";
import { Compiler } from "./compiler.js";
import { eventBindingManifests } from "./event-binding.js";
import type { ManifestKind, ManifestOptions } from "./manifest-options.js";
import { keptArtifacts } from "./memoize.js";
import { wrapperTemplateName } from "./node-names.js";
import { type ArgoManifest, apiVersion } from "./types.js";
import { workflowParameters } from "./workflow-parameters.js";

/**
 * Compiles a workflow to Argo.
 * @returns one manifest; for an event binding two, the template and its binding
 * @throws {UsageError} if a set value does not match its schema, the image has no tag or digest, or options of the kind are missing
 * @throws {DefinitionError} if the workflow uses a feature that the cluster does not support
 */
export function compileManifests(workflow: Workflow, options: ManifestOptions): ArgoManifest[] {
  const manifests = uncheckedManifests(workflow, options);
  for (const manifest of manifests) checkValues(manifest);
  return manifests;
}

function uncheckedManifests(workflow: Workflow, options: ManifestOptions): ArgoManifest[] {
  checkImage(options.image);
  const kind = options.kind ?? "Workflow";
  const spec = workflowSpec(workflow, options);
  const metadata = { name: workflow.name, ...metadataOf(workflow, options) };
  switch (kind) {
    case "Workflow": {
      const generated = { generateName: `${workflow.name}-`, ...metadataOf(workflow, options) };
      return [{ apiVersion, kind, metadata: generated, spec }];
    }
    case "WorkflowTemplate":
      return [{ apiVersion, kind, metadata, spec }];
    case "ClusterWorkflowTemplate":
      return [{ apiVersion, kind, metadata: withoutNamespace(metadata), spec }];
    case "CronWorkflow":
      return [{ apiVersion, kind, metadata, spec: cronSpec(workflow, options, spec) }];
    case "WorkflowEventBinding":
      return eventBindingManifests(workflow, options, metadata, spec);
  }
}

/** Whether all values must be known now; the values of a template may be set when it is submitted. */
function runsByItself(kind: ManifestKind): boolean {
  return kind === "Workflow" || kind === "CronWorkflow";
}

function withoutNamespace({ namespace: _namespace, ...metadata }: ObjectMeta): ObjectMeta {
  return metadata;
}

function metadataOf(workflow: Workflow, { namespace, labels = {} }: ManifestOptions): ObjectMeta {
  const allLabels = { ...workflow.argo?.labels, ...labels };
  const annotations = {
    ...omitUndefined({ "workflows.argoproj.io/description": workflow.description }),
    ...workflow.argo?.annotations,
  };
  return {
    ...omitUndefined({ namespace }),
    ...(Object.keys(allLabels).length === 0 ? {} : { labels: allLabels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  };
}

function workflowSpec(workflow: Workflow, options: ManifestOptions): WorkflowSpec {
  const read = [...(workflow.exit?.tasks.values() ?? [])].flatMap(sourcesOf);
  const exported = new Set(read.flatMap((source) => (source.from === "output" ? [source.name] : [])));
  const compiler = new Compiler({
    image: options.image,
    pod: workflow.argo?.pod ?? {},
    fuse: options.fuse ?? workflow.argo?.fuse ?? false,
    exported: new Map([[workflow, exported]]),
    ...(options.memoize === undefined ? {} : { memoize: { ...options.memoize, owner: workflow.name } }),
  });
  const entrypoint = compiler.workflow(exported.size === 0 ? workflow : withWrapperTemplate(workflow));
  const onExit = workflow.exit === undefined ? undefined : compiler.exitHandler(workflow.name, workflow.exit);
  const parameters = workflowParameters(workflow, options.set ?? {});
  const missing = parameters.find((parameter) => parameter.value === undefined);
  if (missing !== undefined && runsByItself(options.kind ?? "Workflow")) {
    throw new UsageError(
      `${workflow.name}: parameter "${missing.name}" has no default, and a run needs a value: --set ${missing.name}=…`,
    );
  }
  const labels = { ...workflow.argo?.labels, ...options.labels };
  const metadata = workflow.argo?.spec?.workflowMetadata;
  const { serviceAccount } = options;
  return {
    entrypoint,
    ...omitUndefined({ onExit }),
    ...workflow.argo?.spec,
    ...(options.memoize === undefined
      ? {}
      : { artifactGC: keptArtifacts(workflow.name, workflow.argo?.spec?.artifactGC) }),
    ...omitUndefined({ serviceAccountName: serviceAccount }),
    ...(parameters.length === 0 ? {} : { arguments: { parameters } }),
    ...(Object.keys(labels).length === 0 || (options.kind ?? "Workflow") === "Workflow"
      ? {}
      : { workflowMetadata: { ...metadata, labels: { ...metadata?.labels, ...labels } } }),
    templates: compiler.templates(),
  };
}

/**
 * Returns a workflow that only calls another one. Argo exports global outputs only from templates that a task calls, so a
 * workflow whose exit handler reads them needs this wrapper.
 */
function withWrapperTemplate(workflow: Workflow): Workflow {
  const wiring = Object.keys(workflow.inputs).map((name): [string, Binding] => [
    name,
    { kind: "source", source: { from: "input", name }, maybe: false },
  ]);
  const task: CallTask = {
    kind: "call",
    name: workflow.name,
    template: workflow,
    wiring: Object.fromEntries(wiring),
    after: [],
    pod: {},
    dagTask: {},
  };
  const graph: Graph = { tasks: new Map([[task.name, task]]), outputs: {} };
  return syntheticWorkflow(wrapperTemplateName(workflow), workflow.inputs, graph);
}

function cronSpec(
  workflow: Workflow,
  { cron }: ManifestOptions,
  workflowSpecOfRun: WorkflowSpec,
): CronWorkflowSpec {
  if (cron === undefined)
    throw new UsageError(`A CronWorkflow of ${workflow.name} needs a schedule: --schedule "0 3 * * 1".`);
  const { schedule, timezone, concurrencyPolicy = "Forbid", ...rest } = cron;
  return {
    schedules: typeof schedule === "string" ? [schedule] : schedule,
    ...omitUndefined({ timezone }),
    concurrencyPolicy,
    ...rest,
    workflowSpec: workflowSpecOfRun,
  };
}
