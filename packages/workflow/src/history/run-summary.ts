import type { JsonValue } from "../definition/json-value.js";
import type { MetricDirection } from "../definition/port.js";
import type { Phase, RunRecord } from "../local/run-record.js";
import type { Measured } from "./measured.js";

/** A number that a run measured. */
export interface RunMetric extends Measured {
  /** Whether higher or lower is better; undefined if the workflow does not say. */
  readonly direction?: MetricDirection;
}

/** A task of the workflow itself, without those inside it. */
export interface RunTask {
  readonly id: string;
  readonly phase: Phase;
  /** The name of the step or workflow that it runs. */
  readonly template?: string;
  readonly durationSeconds?: number;
}

/** An input file, or each file of a list. The path is as in `run.json`. */
export interface RunInput {
  readonly path: string;
  readonly sha256: string;
}

/** What lists and comparisons show of a run. */
export interface RunSummary {
  /** The name of its folder. */
  readonly name: string;
  readonly directory: string;
  readonly workflow: string;
  /** A run whose process has ended before it is Interrupted. */
  readonly phase: Phase;
  readonly message?: string;
  /** ISO 8601, in UTC. */
  readonly startedAt: string;
  /** Undefined while it runs, and if its process ended before it did. */
  readonly durationSeconds?: number;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** Parameters that differ from their defaults; of a workflow that is not in the project, those that differ among its runs. */
  readonly changedParameters: Readonly<Record<string, JsonValue>>;
  /** Those with a direction first, then the other numbers that the workflow returns, then the entries of JSON artifacts. */
  readonly metrics: Readonly<Record<string, RunMetric>>;
  readonly gitCommit?: string;
  readonly gitDirty?: boolean;
  readonly note?: string;
  readonly tags: readonly string[];
  readonly code: RunRecord["code"];
  /** Input artifacts; several files if one is a list. */
  readonly inputs: Readonly<Record<string, readonly RunInput[]>>;
  readonly tasks: readonly RunTask[];
}
