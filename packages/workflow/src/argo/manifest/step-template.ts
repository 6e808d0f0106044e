import type { Artifact, Parameter, RetryStrategy, Template } from "@tiphys/argo-lint/argo-schema";
import { durationSeconds } from "../../definition/duration.js";
import { finalExitCodes } from "../../definition/errors.js";
import type { TemplateTask } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { unwiredText } from "../../definition/parameter-text.js";
import type { PodOptions } from "../../definition/pod-options.js";
import { inputsFolder, outputDigestsVariable, outputsFolder } from "../../definition/pod-paths.js";
import type { Inputs, OutputPort } from "../../definition/port.js";
import { indexesName, outputFile, parametersFolder } from "../../definition/port-files.js";
import type { Step } from "../../definition/step.js";
import type { Retry } from "../../definition/task-options.js";
import { memoizedStep } from "../graph/memoized.js";
import { reportParameter, type SharedTask, sharedTasks } from "../graph/shared-pod.js";
import { indexParameter, prefixParameter } from "./artifact-lists.js";
import { sourceOfParameters, sourceOfScript, withoutExpansion } from "./escape-dollar.js";
import { escapeTags } from "./expression.js";
import {
  containerMounts,
  containerSecurityContext,
  containerVolumes,
  defaultResources,
  heapMegabytes,
  podSecurityContext,
  scratchMount,
  scratchVolume,
} from "./pod-defaults.js";
import { sourceOfSharedPod } from "./shared-source.js";
import { portsOf } from "./types.js";

/** What the template of a step depends on in addition to the step. */
export interface StepVariant extends Pick<TemplateTask, "retry" | "timeout"> {
  readonly pod: PodOptions;
  /** The mapped task whose iterations store artifacts; its name is a part of their keys. */
  readonly mapped?: string;
  /** Names under which an exit handler reads output artifacts. */
  readonly globalNames: Readonly<Record<string, string>>;
}

/** The template of a step: a pod that runs it. */
export function stepTemplate(name: string, step: Step, variant: StepVariant, image: string): Template {
  const { timeout, pod, mapped } = variant;
  const shared = sharedTasks(step);
  const strategy =
    shared === undefined
      ? variant.retry && retryStrategy(variant.retry, finalCodes)
      : retryOfSharedPod(shared);
  const inputs = portsOf(inputParameters(step.inputs, mapped), inputArtifacts(step.inputs));
  const outputs = portsOf(outputParameters(step), outputArtifacts(step, mapped, variant.globalNames));
  const { volumes = [], securityContext, metadata, ...template } = pod.template ?? {};
  const annotations = {
    ...omitUndefined({ "workflows.argoproj.io/description": step.description }),
    ...metadata?.annotations,
  };
  const hasMetadata = metadata !== undefined || Object.keys(annotations).length > 0;
  const isContainer = step.implementation?.kind === "container";
  return {
    name,
    ...(hasMetadata ? { metadata: { ...metadata, annotations } } : {}),
    ...omitUndefined({ inputs, outputs }),
    ...(strategy === undefined ? {} : { retryStrategy: strategy }),
    ...(timeout === undefined ? {} : { activeDeadlineSeconds: Math.ceil(durationSeconds(timeout)) }),
    securityContext: { ...podSecurityContext, ...securityContext },
    volumes: [scratchVolume, ...(isContainer ? containerVolumes : []), ...volumes],
    ...template,
    ...runOf(step, pod, image, strategy !== undefined),
  };
}

function runOf(
  step: Step,
  pod: PodOptions,
  image: string,
  retried: boolean,
): Pick<Template, "container" | "script"> {
  const { implementation } = step;
  const { volumeMounts = [], securityContext, ...container } = pod.container ?? {};
  const resources = pod.resources ?? defaultResources;
  const rest = {
    resources,
    securityContext: { ...containerSecurityContext, ...securityContext },
    volumeMounts: [
      scratchMount,
      ...(implementation?.kind === "container" ? containerMounts : []),
      ...volumeMounts,
    ],
    ...container,
  };
  const given = pod.env ?? [];
  if (implementation?.kind === "container") {
    const { command, args } = implementation;
    return {
      container: {
        image: pod.image ?? implementation.image,
        command: command.map(withoutExpansion),
        ...(args.length === 0 ? {} : { args: args.map(withoutExpansion) }),
        ...(given.length === 0 ? {} : { env: given }),
        ...rest,
      },
    };
  }
  if (implementation?.kind === "script") {
    const { command, source } = implementation;
    const parameters = Object.entries(implementation.env).map(([variable, parameter]) => ({
      name: variable,
      value: withoutExpansion(`{{inputs.parameters.${parameter}}}`),
    }));
    const env = [...parameters, ...given];
    return {
      script: {
        image: pod.image ?? implementation.image,
        command,
        source: sourceOfScript(source),
        ...(env.length === 0 ? {} : { env }),
        ...rest,
      },
    };
  }
  const heap = heapMegabytes(resources.limits?.memory);
  const shared = sharedTasks(step);
  const env = [
    ...(heap === undefined ? [] : [{ name: "NODE_OPTIONS", value: `--max-old-space-size=${heap}` }]),
    ...(memoizedStep(step) === undefined ? [] : [{ name: outputDigestsVariable, value: "true" }]),
    ...(retried ? [{ name: "STEP_RETRIES", value: "{{retries}}" }] : []),
    ...given,
  ];
  return {
    script: {
      image: pod.image ?? image,
      imagePullPolicy: "IfNotPresent",
      command: ["node", "/app/main.js", ...(shared === undefined ? ["step", step.name] : ["pod"])],
      // Argo writes this to a file and appends the file's path to the command.
      source: shared === undefined ? sourceOfParameters(step.inputs) : sourceOfSharedPod(step, shared),
      ...(env.length === 0 ? {} : { env }),
      ...rest,
    },
  };
}

function inputParameters(inputs: Inputs, mapped: string | undefined): Parameter[] {
  const own = Object.entries(inputs).flatMap(([name, port]) =>
    port.kind === "parameter"
      ? [{ name, ...omitUndefined({ value: escapeTags(unwiredText(name, port)) }) }]
      : [],
  );
  return mapped === undefined ? own : [...own, { name: prefixParameter }, { name: indexParameter }];
}

function inputArtifacts(inputs: Inputs): Artifact[] {
  return Object.entries(inputs).flatMap(([name, port]) =>
    port.kind === "artifact"
      ? [
          {
            name,
            path: `${inputsFolder}/${name}`,
            ...(port.need === "optional" || port.list ? { optional: true } : {}),
          },
        ]
      : [],
  );
}

function outputParameters(step: Step): Parameter[] {
  const fromFile = (name: string): Parameter => ({
    name,
    valueFrom: { path: `${outputsFolder}/${parametersFolder}/${name}` },
  });
  const own = Object.entries(step.outputs).flatMap(([name, port]) => {
    if (port.kind === "artifact")
      return port.list && step.implementation === undefined ? [fromFile(indexesName(name))] : [];
    return step.implementation?.kind === "script" && name === "result" ? [] : [fromFile(name)];
  });
  // First: after one that is missing, because its step did not run, Argo saves no more of them.
  return sharedTasks(step) === undefined ? own : [fromFile(reportParameter), ...own];
}

function outputArtifacts(
  step: Step,
  mapped: string | undefined,
  globalNames: Readonly<Record<string, string>>,
): Artifact[] {
  return Object.entries(step.outputs).flatMap(([name, port]) => {
    if (port.kind === "parameter") return [];
    const globalName = globalNames[name];
    return [{ ...outputArtifact(name, port, mapped), ...omitUndefined({ globalName }) }];
  });
}

function outputArtifact(
  name: string,
  port: OutputPort & { readonly kind: "artifact" },
  mapped: string | undefined,
): Artifact {
  const { extension } = port.codec;
  const key = `{{inputs.parameters.${prefixParameter}}}/${mapped}/${name}/{{inputs.parameters.${indexParameter}}}`;
  return {
    name,
    path: `${outputsFolder}/${outputFile(name, port)}`,
    archive: { none: {} },
    ...(mapped === undefined ? {} : { s3: { key: extension === "" ? key : `${key}.${extension}` } }),
  };
}

/** Retries errors that may be transient, and lost pods; not exit codes 2 (wrong usage), 65 (a value breaks its contract) and 69 (unavailable). */
const finalCodes = `!(asInt(lastRetry.exitCode) in [${finalExitCodes.join(", ")}])`;
/**
 * In a shared pod the steps are retried there. Repeated as a whole is only a pod that was lost, or a step of which was killed:
 * without an exit code, or with 128 and the signal's number.
 */
const codesOfKilled = "asInt(lastRetry.exitCode) < 0 || asInt(lastRetry.exitCode) > 128";

function retryStrategy({ limit, backoff }: Retry, repeated: string): RetryStrategy {
  return {
    limit: String(limit),
    retryPolicy: "Always",
    expression: `lastRetry.status == 'Error' || ${repeated}`,
    ...(backoff === undefined
      ? {}
      : {
          backoff: {
            duration: argoDuration(backoff.duration),
            ...(backoff.factor === undefined ? {} : { factor: String(backoff.factor) }),
            ...(backoff.maxDuration === undefined ? {} : { maxDuration: argoDuration(backoff.maxDuration) }),
          },
        }),
  };
}

/** The retries of the step with the most. */
function retryOfSharedPod(tasks: readonly SharedTask[]): RetryStrategy | undefined {
  const retries = tasks.flatMap(({ task }) => task.retry ?? []).sort((a, b) => b.limit - a.limit);
  return retries[0] && retryStrategy(retries[0], codesOfKilled);
}

/** Argo reads durations as Go does, which has no unit for days. */
function argoDuration(duration: Parameters<typeof durationSeconds>[0]): string {
  return duration.endsWith("d") ? `${durationSeconds(duration) / 3600}h` : duration;
}
