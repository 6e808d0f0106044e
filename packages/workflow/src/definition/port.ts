import type {
  AzureArtifact,
  GCSArtifact,
  GitArtifact,
  HTTPArtifact,
  RawArtifact,
  S3Artifact,
} from "@tiphys/argo-lint/argo-schema";
import * as z from "zod";
import type { Codec } from "./codec.js";
import { DefinitionError } from "./errors.js";

/**
 * Whether an input must be wired:
 * - `required`: yes;
 * - `defaulted`: no, it then has its default value;
 * - `optional`: no, it may be undefined, also if the task that outputs it did not run.
 */
export type Presence = "required" | "defaulted" | "optional";

/** Which values of a metric are better: the higher or the lower ones. */
export type MetricDirection = "maximize" | "minimize";

/** What {@link metric} says of an output. */
export interface MetricDeclaration {
  readonly direction: MetricDirection;
  /**
   * The entry `{ value, interval }` of a returned JSON artifact that has the metric's confidence interval. Default: the entry
   * with the output's name.
   */
  readonly entry?: string;
}

/** An input or output that is a small value. In Argo it is a string of at most 256 KiB. */
export interface ParameterPort<T, N extends Presence = "required"> {
  readonly kind: "parameter";
  readonly schema: z.ZodType<T>;
  readonly need: N;
  readonly default?: T;
  /** Set for an output that measures the result. */
  readonly metric?: MetricDeclaration;
  /** The type of the value. Exists at compile time only. */
  readonly payload: T;
}

/** An input or output that is a file or a directory. */
export interface ArtifactPort<T, N extends Presence = "required"> {
  readonly kind: "artifact";
  readonly codec: Codec<AnyValue>;
  /** Whether it is a list of artifacts: a directory of `0.json`, `1.json`, … ordered by number. */
  readonly list: boolean;
  readonly need: N;
  readonly origin?: Origin | OriginInRuns;
  /** The type that the codec reads. Exists at compile time only. */
  readonly payload: T;
}

/** Where an artifact that no task outputs is stored: on this machine, and in the cluster. */
export interface Origin {
  /** Path on this machine, relative to the project's root. */
  readonly path: string;
  /** S3 key, by default in the cluster's default artifact repository. A workflow parameter can change it. */
  readonly key: string;
  /** Another bucket or server: endpoint, bucket, insecure, region and the secrets with the access keys. */
  readonly s3?: Omit<S3Artifact, "key">;
  /** A source other than S3. The key is then ignored. */
  readonly source?: ArtifactSource;
}

/**
 * Where an artifact that another workflow outputs is stored: on this machine in its newest succeeded run, which is found when a
 * run begins, and in the cluster under a key.
 */
export interface OriginInRuns extends Omit<Origin, "path"> {
  readonly path?: undefined;
  /** Name of the workflow that outputs it. */
  readonly workflow: string;
  /** Name of the output. */
  readonly output: string;
}

/** The other sources from which Argo can read an artifact. */
export type ArtifactSource =
  | { readonly http: HTTPArtifact }
  | { readonly git: GitArtifact }
  | { readonly raw: RawArtifact }
  | { readonly gcs: GCSArtifact }
  | { readonly azure: AzureArtifact };

/** Any value. Written out instead of `unknown`, so that the compiler keeps the literal type of a literal that a step returns. */
export type AnyValue = string | number | boolean | bigint | object | null | undefined;

export type Port = ParameterPort<AnyValue, Presence> | ArtifactPort<AnyValue, Presence>;
export type OutputPort = ParameterPort<AnyValue> | ArtifactPort<AnyValue>;
export type Inputs = Readonly<Record<string, Port>>;
export type Outputs = Readonly<Record<string, OutputPort>>;

/** The values that a step's `run` receives. */
export type InputValues<I> = {
  readonly [Name in keyof I]: I[Name] extends { readonly payload: infer T; readonly need: infer N }
    ? N extends "optional"
      ? T | undefined
      : T
    : never;
};

/** The values that a step's `run` returns. */
export type OutputValues<O extends Outputs> = { readonly [Name in keyof O]: O[Name]["payload"] };

/**
 * Declares a parameter.
 * @param schema must only check its input, and allow either strings only or no strings, so that a parameter's text is
 *   unambiguous
 */
export function parameter<Schema extends z.ZodType<AnyValue>>(
  schema: Schema,
): ParameterPort<z.output<Schema>>;
/** @param defaultValue used if nothing is wired or set; must match the schema */
export function parameter<Schema extends z.ZodType<AnyValue>>(
  schema: Schema,
  defaultValue: z.output<Schema>,
): ParameterPort<z.output<Schema>, "defaulted">;
export function parameter(
  schema: z.ZodType<AnyValue>,
  ...defaultValue: AnyValue[]
): ParameterPort<AnyValue, Presence> {
  return defaultValue.length === 0
    ? port({ kind: "parameter", schema, need: "required" })
    : port({ kind: "parameter", schema, need: "defaulted", default: defaultValue[0] });
}

/**
 * Declares an output that measures the result, such as an accuracy or a loss: a number. Lists of runs show it first, and know
 * which run is the best.
 */
export function metric(
  direction: MetricDirection,
  options: Pick<MetricDeclaration, "entry"> = {},
): ParameterPort<number> {
  return port({
    kind: "parameter",
    schema: z.number(),
    need: "required",
    metric: { direction, ...options },
  });
}

/** Declares an artifact: a file or directory that the codec writes and reads. */
export function artifact<T extends AnyValue>(codec: Codec<T>): ArtifactPort<T> {
  return port({ kind: "artifact", codec, list: false, need: "required" });
}

/** Declares a list of artifacts, such as the output of a map or its items. A step that outputs one returns an array. */
export function artifactList<T extends AnyValue>(codec: Codec<T>): ArtifactPort<readonly T[]> {
  return port({ kind: "artifact", codec, list: true, need: "required" });
}

/**
 * Declares a workflow's artifact that no task outputs, such as its dataset.
 * @param origin its default path and key; `--set name=path` chooses another file
 */
export function inputArtifact<T extends AnyValue>(
  codec: Codec<T>,
  origin: Origin,
): ArtifactPort<T, "defaulted"> {
  return port({ kind: "artifact", codec, list: false, need: "defaulted", origin });
}

/** Names of the outputs that are artifacts. */
type ArtifactNames<O> = {
  [Name in keyof O]: O[Name] extends ArtifactPort<infer _> ? Name : never;
}[keyof O] &
  string;

/**
 * Declares a workflow's artifact that another workflow outputs, such as a trained model. On this machine it is by default the
 * output of that workflow's newest succeeded run; `--set name=path` chooses another file.
 * @param workflow that outputs it
 * @param output name of its output
 * @param place its key in the cluster
 */
export function newestOutput<O extends Outputs, Name extends ArtifactNames<O>>(
  workflow: { readonly name: string; readonly outputs: O },
  output: Name,
  place: Omit<Origin, "path">,
): ArtifactPort<O[Name]["payload"], "defaulted"> {
  const found: OutputPort | undefined = workflow.outputs[output];
  if (found?.kind !== "artifact")
    throw new DefinitionError(`${workflow.name} has no output artifact "${output}".`);
  const { codec, list } = found;
  const origin = { ...place, workflow: workflow.name, output };
  return port({ kind: "artifact", codec, list, need: "defaulted", origin });
}

/** Declares that an input may be missing, because nothing is wired or the task that outputs it did not run. */
export function optional<T extends AnyValue>(port: ParameterPort<T>): ParameterPort<T, "optional">;
export function optional<T extends AnyValue>(port: ArtifactPort<T>): ArtifactPort<T, "optional">;
export function optional<T extends AnyValue>(
  port: ParameterPort<T> | ArtifactPort<T>,
): ParameterPort<T, "optional"> | ArtifactPort<T, "optional"> {
  return { ...port, need: "optional" };
}

/** The port of a mapped output: a list of the iterations' outputs. */
export function listOf(port: OutputPort): OutputPort {
  return port.kind === "parameter" ? parameter(z.array(port.schema)) : artifactList(port.codec);
}

// The only cast that adds the compile-time payload to a port.
function port<P extends Port>(declared: Omit<P, "payload">): P {
  return declared as P;
}
