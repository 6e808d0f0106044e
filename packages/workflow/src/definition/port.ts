import * as z from "zod";
import type {
  AzureArtifact,
  GCSArtifact,
  GitArtifact,
  HTTPArtifact,
  RawArtifact,
  S3Artifact,
} from "./argo-schema/types.js";
import type { Codec } from "./codec.js";

/**
 * Whether an input must be wired:
 * - `required`: yes;
 * - `defaulted`: it has a value of its own where nothing is wired;
 * - `optional`: it may stay undefined, also because the task that makes it did not run.
 */
export type Presence = "required" | "defaulted" | "optional";

/** An input or output that is a small value: a string in Argo's words, at most 256 KiB. */
export interface ParameterPort<T, N extends Presence = "required"> {
  readonly kind: "parameter";
  readonly schema: z.ZodType<T>;
  readonly need: N;
  readonly default?: T;
  /** Only a type: what the value is. Absent at run time. */
  readonly payload: T;
}

/** An input or output that is a file or a directory. */
export interface ArtifactPort<T, N extends Presence = "required"> {
  readonly kind: "artifact";
  readonly codec: Codec<AnyValue>;
  /** A list of artifacts: a directory of `0.json`, `1.json`, … in which the index is the order. */
  readonly list: boolean;
  readonly need: N;
  readonly origin?: Origin;
  /** Only a type: what the codec gives. Absent at run time. */
  readonly payload: T;
}

/** Where an artifact that no task makes lies: on a laptop, and in the cluster. */
export interface Origin {
  /** Path on this machine, relative to the project's root. */
  readonly path: string;
  /** S3 key, by default in the cluster's default artifact repository. A workflow parameter can change it. */
  readonly key: string;
  /** Another bucket or server: endpoint, bucket, insecure, region and the secrets that hold the keys. */
  readonly s3?: Omit<S3Artifact, "key">;
  /** Not S3 at all: then the key is not used. */
  readonly source?: ArtifactSource;
}

/** Where else Argo can take an artifact from. */
export type ArtifactSource =
  | { readonly http: HTTPArtifact }
  | { readonly git: GitArtifact }
  | { readonly raw: RawArtifact }
  | { readonly gcs: GCSArtifact }
  | { readonly azure: AzureArtifact };

/** Any value. Spelled out instead of `unknown`, so that the compiler keeps a literal that a step returns a literal. */
export type AnyValue = string | number | boolean | bigint | object | null | undefined;

export type Port = ParameterPort<AnyValue, Presence> | ArtifactPort<AnyValue, Presence>;
export type OutputPort = ParameterPort<AnyValue> | ArtifactPort<AnyValue>;
export type Inputs = Readonly<Record<string, Port>>;
export type Outputs = Readonly<Record<string, OutputPort>>;

/** The values that a step's `run` takes. */
export type InputValues<I> = {
  readonly [Name in keyof I]: I[Name] extends { readonly payload: infer T; readonly need: infer N }
    ? N extends "optional"
      ? T | undefined
      : T
    : never;
};

/** The values that a step's `run` gives. */
export type OutputValues<O extends Outputs> = { readonly [Name in keyof O]: O[Name]["payload"] };

/**
 * Declares a parameter.
 * @param schema what is allowed; all strings, or no strings at all (see the text form of parameters)
 */
export function parameter<Schema extends z.ZodType<AnyValue>>(
  schema: Schema,
): ParameterPort<z.output<Schema>>;
/** @param defaultValue taken where nothing is wired or set; must fit the schema */
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

/** Declares an artifact: a file (or directory) that the codec writes and reads. */
export function artifact<T extends AnyValue>(codec: Codec<T>): ArtifactPort<T> {
  return port({ kind: "artifact", codec, list: false, need: "required" });
}

/** Declares a list of artifacts, as a map gives it or takes it. A step that puts one out returns an array. */
export function artifactList<T extends AnyValue>(codec: Codec<T>): ArtifactPort<readonly T[]> {
  return port({ kind: "artifact", codec, list: true, need: "required" });
}

/**
 * Declares a workflow's artifact that no task makes, such as its dataset.
 * @param origin where it lies by default; `--set name=path` names another file
 */
export function inputArtifact<T extends AnyValue>(
  codec: Codec<T>,
  origin: Origin,
): ArtifactPort<T, "defaulted"> {
  return port({ kind: "artifact", codec, list: false, need: "defaulted", origin });
}

/** Declares that an input may be missing: nothing is wired, or the task that makes it did not run. */
export function optional<T extends AnyValue>(port: ParameterPort<T>): ParameterPort<T, "optional">;
export function optional<T extends AnyValue>(port: ArtifactPort<T>): ArtifactPort<T, "optional">;
export function optional<T extends AnyValue>(
  port: ParameterPort<T> | ArtifactPort<T>,
): ParameterPort<T, "optional"> | ArtifactPort<T, "optional"> {
  return { ...port, need: "optional" };
}

/** The port of a mapped output: a list of what one iteration puts out. */
export function listOf(port: OutputPort): OutputPort {
  return port.kind === "parameter" ? parameter(z.array(port.schema)) : artifactList(port.codec);
}

// The one place where a port gets its phantom payload.
function port<P extends Port>(declared: Omit<P, "payload">): P {
  return declared as P;
}
