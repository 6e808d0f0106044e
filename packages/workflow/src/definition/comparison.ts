import { DefinitionError } from "./errors.js";
import type { AnyValue, ArtifactPort, Outputs } from "./port.js";

/** An artifact that a step outputs, to be found in any run that has a task of this step. */
export interface StepOutput<T extends AnyValue = AnyValue> {
  readonly step: string;
  readonly output: string;
  readonly port: ArtifactPort<T>;
}

/** By the names that `compare` and `curve.of` call them. */
export type ComparedOutputs = Readonly<Record<string, StepOutput>>;

/** What was read from one run. */
export type ComparedValues<V extends ComparedOutputs> = {
  readonly [Name in keyof V]: V[Name]["port"]["payload"];
};

/** One result of the comparison of two runs. */
export interface Difference {
  /** What was compared, such as "AUC". */
  readonly name: string;
  /** The second run's value less the first run's. */
  readonly difference: number;
  readonly interval?: { readonly lower: number; readonly upper: number; readonly confidence: number };
  /** The probability of a difference at least as large if there is none. Undefined if there is no test. */
  readonly pValue?: number;
  /** The test by its name, such as "DeLong's paired test", or why there is none, such as "not tested". */
  readonly test: string;
}

/** A curve that shows a run beside others, with both axes from 0 to 1. */
export interface RunCurve<V extends ComparedOutputs = ComparedOutputs> {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** Points of the curve: two lists of one length. */
  of(values: ComparedValues<V>): { readonly x: ArrayLike<number>; readonly y: ArrayLike<number> };
}

/** How a project compares two of its runs; pass it to `main`. */
export interface Comparison<V extends ComparedOutputs = ComparedOutputs> {
  /** Only runs in which each of these is equal, by its digest, are compared: they scored the same rows. */
  readonly sameRows: readonly StepOutput[];
  /** The artifacts that are read from each run. */
  readonly values: V;
  compare(first: ComparedValues<V>, second: ComparedValues<V>): readonly Difference[];
  readonly curve?: RunCurve<V>;
}

/** Names of the artifacts that a step outputs. */
type ArtifactNames<O> = {
  [Name in keyof O]: O[Name] extends ArtifactPort<AnyValue> ? Name : never;
}[keyof O] &
  string;

/**
 * An artifact that a step outputs.
 * @throws {DefinitionError} if the step has no such artifact, or it is a list
 */
export function outputOf<O extends Outputs, N extends ArtifactNames<O>>(
  step: { readonly name: string; readonly outputs: O },
  output: N,
): StepOutput<O[N]["payload"]> {
  const port = step.outputs[output];
  if (port?.kind !== "artifact" || port.list) {
    throw new DefinitionError(`step ${step.name} has no output "${output}" that is a single artifact.`);
  }
  return { step: step.name, output, port };
}

/** Defines how two runs are compared. */
export function defineComparison<V extends ComparedOutputs>(comparison: Comparison<V>): Comparison<V> {
  return comparison;
}
