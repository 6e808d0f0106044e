import { choicesOf } from "../../definition/allowed-values.js";
import type {
  CronWorkflowSpec,
  ObjectMeta,
  Parameter,
  WorkflowSpec,
} from "../../definition/argo-schema/types.js";
import { sourcesOf } from "../../definition/dependencies.js";
import { didYouMean } from "../../definition/did-you-mean.js";
import { DefinitionError, UsageError } from "../../definition/errors.js";
import type { Binding, CallTask, Graph, Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { absentText, checkParameterText, unwiredText } from "../../definition/parameter-text.js";
import { syntheticWorkflow } from "../graph/wrap-maps.js";
import { checkValues } from "./check-values.js";
import { Compiler } from "./compiler.js";
import { keyParameter } from "./dag-ports.js";
import { checkImage } from "./image.js";
import { wrapperTemplateName } from "./node-names.js";
import type { ArgoManifest } from "./types.js";

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
      return withBinding(workflow, options, metadata, spec);
  }
}

const apiVersion = "argoproj.io/v1alpha1";

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
  const compiler = new Compiler(options.image, workflow.argo?.pod ?? {}, new Map([[workflow, exported]]));
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

function workflowParameters(workflow: Workflow, set: Readonly<Record<string, string>>): Parameter[] {
  const inputs = Object.entries(workflow.inputs).filter(
    ([, port]) => port.kind === "parameter" || port.origin?.source === undefined,
  );
  const parameters = inputs.map(([name, port]): Parameter => {
    if (port.kind === "artifact") {
      if (port.origin === undefined) {
        throw new DefinitionError(
          `${workflow.name}: artifact "${name}" has no origin, so its path in the cluster is not known. Declare it as inputArtifact(codec, { path, key }).`,
        );
      }
      return {
        name: keyParameter(name),
        value: set[keyParameter(name)] ?? port.origin.key,
        description: `S3 key of the ${name}`,
      };
    }
    const text = set[name];
    const value =
      text === undefined
        ? unwiredText(name, port)
        : checkParameterText(`parameter "${name}"`, port.schema, text);
    // The text of an absent value is not one of the choices.
    const choices = value === absentText ? undefined : choicesOf(port.schema);
    return { name, ...omitUndefined({ value, enum: choices }) };
  });
  const names = parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(set).find((name) => !names.includes(name));
  if (unknown === undefined) return parameters;
  if (names.includes(keyParameter(unknown))) {
    throw new UsageError(`In the cluster, ${unknown} is set by its S3 key: --set ${keyParameter(unknown)}=…`);
  }
  throw new UsageError(
    `${workflow.name} has no parameter "${unknown}" in the cluster.${didYouMean(unknown, names) || ` It has ${names.join(", ")}.`}`,
  );
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

function withBinding(
  workflow: Workflow,
  { event, namespace, set = {} }: ManifestOptions,
  metadata: ObjectMeta,
  spec: WorkflowSpec,
): ArgoManifest[] {
  if (event === undefined) {
    throw new UsageError(
      `A WorkflowEventBinding of ${workflow.name} needs a selector: --selector 'payload.action == "published"'.`,
    );
  }
  const declared = workflowParameters(workflow, set);
  const names = declared.map((parameter) => parameter.name);
  const parameters = Object.entries(event.parameters ?? {}).map(([name, expression]) => {
    if (!names.includes(name)) {
      throw new UsageError(`${workflow.name} has no parameter "${name}".${didYouMean(name, names)}`);
    }
    return { name, valueFrom: { event: expression } };
  });
  const missing = declared.find(
    ({ name, value }) => value === undefined && !(name in (event.parameters ?? {})),
  );
  if (missing !== undefined) {
    throw new UsageError(
      `${workflow.name}: parameter "${missing.name}" has no default, and a run needs a value. Take it from the event: --event-param ${missing.name}=payload.…, or set it for all: --set ${missing.name}=…`,
    );
  }
  return [
    { apiVersion, kind: "WorkflowTemplate", metadata, spec },
    {
      apiVersion,
      kind: "WorkflowEventBinding",
      metadata: { name: workflow.name, ...omitUndefined({ namespace }) },
      spec: {
        event: { selector: event.selector },
        submit: {
          workflowTemplateRef: { name: workflow.name },
          ...(parameters.length === 0 ? {} : { arguments: { parameters } }),
        },
      },
    },
  ];
}
