import { mkdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Artifact } from "./manifest.js";
import { readManifest } from "./manifest.js";
import type { NodeResult, PlayedNode } from "./node.js";
import type { Play } from "./play.js";
import { slots } from "./slots.js";
import { executeTemplate } from "./template.js";
import { workflowFailures } from "./workflow-failures.js";

export interface PlayOptions {
  /** The manifest, one document of kind Workflow. */
  readonly yaml: string;
  /** The command line that replaces `node /app/main.js`. */
  readonly program: readonly string[];
  /** The S3 bucket: a folder in which each key is a file. */
  readonly bucket: string;
  /** Receives a folder for each pod, with its inputs, outputs and log. */
  readonly scratch: string;
  /** Values of `argo submit -p`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Values for suspended tasks, by the task's name; several for a task that is suspended repeatedly. */
  readonly resume?: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Timeout of each process, in milliseconds. Default: 20,000. */
  readonly deadline?: number;
}

export interface Played {
  readonly phase: "Succeeded" | "Failed" | "Error";
  readonly message?: string;
  readonly name: string;
  /** Outputs of the entrypoint. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Keys of the entrypoint's artifacts. */
  readonly artifacts: Readonly<Record<string, string>>;
  /** In the order in which they ended. */
  readonly nodes: readonly PlayedNode[];
}

let plays = 0;

/** Runs a manifest locally as Argo would, from its YAML alone. */
export async function playWorkflow(options: PlayOptions): Promise<Played> {
  const { metadata, spec } = readManifest(options.yaml);
  const name = metadata.name ?? `${metadata.generateName ?? "workflow-"}${String(++plays).padStart(5, "0")}`;
  mkdirSync(options.bucket, { recursive: true });
  const parameters = spec.arguments.parameters.map((parameter) => {
    const value = options.parameters?.[parameter.name] ?? parameter.value ?? parameter.default;
    if (value === undefined) throw new Error(`spec.arguments.${parameter.name}.value is required`);
    return { ...parameter, value };
  });
  const values = new Map<string, number>();
  const play: Play = {
    workflowName: name,
    templates: new Map(spec.templates.map((template) => [template.name, template])),
    program: options.program,
    bucket: options.bucket,
    scratch: options.scratch,
    globals: new Map([
      ["workflow.name", name],
      ["workflow.namespace", "default"],
      ["workflow.parameters", JSON.stringify(parameters)],
      ...parameters.map((each): [string, string] => [`workflow.parameters.${each.name}`, each.value]),
    ]),
    globalArtifacts: new Map(),
    nodes: [],
    supply: (task) => {
      const time = values.get(task) ?? 0;
      values.set(task, time + 1);
      return options.resume?.[task]?.[time];
    },
    onProcessor: slots(Math.min(2, availableParallelism())),
    deadline: options.deadline ?? 20_000,
  };
  const main = { name, template: spec.entrypoint, arguments: { ...spec.arguments, parameters } };
  const result = await executeTemplate(play, name, main, undefined);
  play.globals.set("workflow.status", statusOf(result));
  play.globals.set("workflow.failures", workflowFailures(play.nodes));
  const exit =
    spec.onExit === undefined
      ? undefined
      : await executeTemplate(
          play,
          `${name}.onExit`,
          { ...main, name: "onExit", template: spec.onExit },
          undefined,
        );
  const ended = statusOf(result) === "Succeeded" && exit !== undefined ? exit : result;
  return {
    phase: statusOf(ended),
    ...(ended.message === undefined ? {} : { message: ended.message }),
    name,
    parameters: Object.fromEntries(result.outputs?.parameters ?? []),
    artifacts: Object.fromEntries(
      [...(result.outputs?.artifacts ?? [])].map(([key, artifact]) => [key, keyOf(artifact)]),
    ),
    nodes: play.nodes,
  };
}

function keyOf({ name, s3 }: Artifact): string {
  if (s3?.key === undefined) throw new Error(`artifact ${name} has no key`);
  return s3.key;
}

function statusOf({ phase }: NodeResult): Played["phase"] {
  return phase === "Failed" || phase === "Error" ? phase : "Succeeded";
}
