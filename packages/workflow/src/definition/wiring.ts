import type { AnyValue, ArtifactPort, ParameterPort } from "./port.js";
import type { ArtifactRef, MaybeArtifactRef, MaybeParameterRef, ParameterRef } from "./reference.js";

/** The type that may be wired to an input: a reference, or for a parameter also a plain value. */
export type Wire<P> = P extends ParameterPort<infer T, infer N>
  ? N extends "optional"
    ? T | ParameterRef<T> | MaybeParameterRef<T>
    : T | ParameterRef<T>
  : P extends ArtifactPort<infer T, infer N>
    ? N extends "optional"
      ? ArtifactRef<T> | MaybeArtifactRef<T>
      : ArtifactRef<T>
    : never;

type RequiredNames<I> = { [Name in keyof I]: I[Name] extends { need: "required" } ? Name : never }[keyof I];

/** One entry for each input of a step or workflow. Inputs with a default and optional inputs may be omitted. */
export type Wiring<I> = AllInputs<
  { readonly [Name in RequiredNames<I>]: Wire<I[Name]> } & {
    readonly [Name in Exclude<keyof I, RequiredNames<I>>]?: Wire<I[Name]>;
  }
>;

// Because of the intersection the compiler's messages show the inputs, not this type's name.
type AllInputs<T> = { [Name in keyof T]: T[Name] } & unknown;

type Ref<P> = P extends { readonly need: "optional" }
  ? MaybeRef<P>
  : P extends ParameterPort<infer T, infer _N>
    ? ParameterRef<T>
    : P extends ArtifactPort<infer T, infer _N>
      ? ArtifactRef<T>
      : never;

type MaybeRef<P> = P extends ParameterPort<infer T, infer _N>
  ? MaybeParameterRef<T>
  : P extends ArtifactPort<infer T, infer _N>
    ? MaybeArtifactRef<T>
    : never;

type ListRef<P> = P extends ParameterPort<infer T, infer _N>
  ? ParameterRef<T[]>
  : P extends ArtifactPort<infer T, infer _N>
    ? ArtifactRef<readonly T[]>
    : never;

type MaybeListRef<P> = P extends ParameterPort<infer T, infer _N>
  ? MaybeParameterRef<T[]>
  : P extends ArtifactPort<infer T, infer _N>
    ? MaybeArtifactRef<readonly T[]>
    : never;

/** References to the outputs of a task without a condition, or to the inputs of a workflow. */
export type Refs<O> = { readonly [Name in keyof O]: Ref<O[Name]> };
/** References to the outputs of a task with a condition. */
export type MaybeRefs<O> = { readonly [Name in keyof O]: MaybeRef<O[Name]> };
/** References to the outputs of a mapped task, each a list. */
export type ListRefs<O> = { readonly [Name in keyof O]: ListRef<O[Name]> };
/** References to the outputs of a mapped task with a condition. */
export type MaybeListRefs<O> = { readonly [Name in keyof O]: MaybeListRef<O[Name]> };

/**
 * The ports of the references that `build` returns: the workflow's outputs, as an enclosing workflow sees them. None if
 * `build` returns nothing.
 */
export type PortsOf<R> = R extends object
  ? {
      readonly [Name in keyof R as Name extends string ? Name : never]: R[Name] extends ParameterRef<
        infer T extends AnyValue
      >
        ? ParameterPort<T>
        : R[Name] extends ArtifactRef<infer T extends AnyValue>
          ? ArtifactPort<T>
          : never;
    }
  : Nothing;

// biome-ignore lint/complexity/noBannedTypes: a workflow without outputs has the empty object
type Nothing = {};

/** The return type of `build`: references that always exist. */
export type WorkflowOutputs = Readonly<Record<string, ParameterRef<unknown> | ArtifactRef<unknown>>>;
