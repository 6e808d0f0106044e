import { type Paint, visibleWidth } from "@tiphys/argo-lint/terminal";
import { printable } from "@tiphys/argo-lint/text";
import * as z from "zod";
import type { ServerWorkflow } from "../../../argo/client/index.js";
import { elapsed, longDuration, timeOf, timestampText } from "../format/humanize.js";
import { conditionSymbol } from "../format/status-symbols.js";
import { workflowStatus } from "../workflow-status.js";
import { resourcesText } from "./resources-text.js";

/** How a workflow is shown. */
export interface Style {
  /** The time to which durations and ages are counted, in milliseconds. */
  readonly now: number;
  /** Whether symbols and branches may use characters beyond ASCII. */
  readonly utf8: boolean;
  readonly paint: Paint;
}

/** The lines that the argo CLI prints of a workflow before its tree. */
export function describeHead(workflow: ServerWorkflow, { now, utf8, paint }: Style): string[] {
  const { metadata, spec, status } = workflow;
  const { startedAt, finishedAt, conditions = [] } = status ?? {};
  const run = status?.storedWorkflowTemplateSpec ?? spec;
  const started = timeOf(startedAt);
  const finished = timeOf(finishedAt);
  const resources = resourcesText(status?.resourcesDuration);
  const parameters = run.arguments?.parameters ?? [];
  const unset =
    spec.workflowTemplateRef === undefined ? "unset (will run with the default ServiceAccount)" : "unset";
  return [
    field("Name:", metadata.name),
    field("Namespace:", metadata.namespace),
    field("ServiceAccount:", run.serviceAccountName || unset),
    field("Status:", workflowStatus(workflow)),
    ...(status?.message ? [field("Message:", status.message)] : []),
    ...(conditions.length === 0 ? [] : [field("Conditions:", "")]),
    ...conditions.map(({ type, status: holds = "", message }) =>
      field(type, message || holds, `${conditionSymbol(type, utf8, paint)} `),
    ),
    field("Created:", timestampText(timeOf(metadata.creationTimestamp) ?? now, now)),
    ...(started === undefined ? [] : [field("Started:", timestampText(started, now))]),
    ...(finished === undefined ? [] : [field("Finished:", timestampText(finished, now))]),
    ...(started === undefined ? [] : [field("Duration:", longDuration(elapsed(startedAt, finishedAt, now)))]),
    ...(status?.phase === "Running" && (status.estimatedDuration ?? 0) > 0
      ? [field("EstimatedDuration:", longDuration((status.estimatedDuration ?? 0) * 1000))]
      : []),
    field("Progress:", status?.progress ?? ""),
    ...(resources === "" ? [] : [field("ResourcesDuration:", resources)]),
    ...(parameters.length === 0 ? [] : [field("Parameters:", "")]),
    ...parameters.flatMap(({ name, value }) => (value === undefined ? [] : [field(`  ${name}:`, value)])),
    ...outputLines(status?.outputs),
  ];
}

type Outputs = NonNullable<ServerWorkflow["status"]>["outputs"];

function outputLines({ parameters = [], artifacts = [] }: NonNullable<Outputs> = {}): string[] {
  return [
    ...(parameters.length === 0 ? [] : [field("Output Parameters:", "")]),
    ...parameters.flatMap((parameter) => {
      const value = parameter.value ?? defaultOf(parameter);
      return value === undefined ? [] : [field(`  ${parameter.name}:`, value)];
    }),
    ...(artifacts.length === 0 ? [] : [field("Output Artifacts:", "")]),
    ...artifacts.map(({ name, s3 }) => field(`  ${name}:`, addressOf(s3))),
  ];
}

const defaultsSchema = z.looseObject({
  default: z.string().optional(),
  valueFrom: z.looseObject({ default: z.string().optional() }).optional(),
});

function defaultOf(parameter: unknown): string | undefined {
  const { data } = defaultsSchema.safeParse(parameter);
  return data?.default ?? data?.valueFrom?.default;
}

/** The address of an artifact, where the argo CLI prints a Go struct. */
function addressOf(
  s3: { readonly bucket?: string | undefined; readonly key?: string | undefined } = {},
): string {
  if (s3.key === undefined) return "";
  return s3.bucket === undefined ? s3.key : `s3://${s3.bucket}/${s3.key}`;
}

/** A name and its value, aligned in two columns. */
function field(name: string, value: string, mark = ""): string {
  const label = mark + printable(name);
  return `${label}${" ".repeat(Math.max(0, 20 - visibleWidth(label)))} ${printable(value)}`;
}
