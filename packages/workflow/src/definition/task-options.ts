import type { Condition } from "./condition.js";
import { type Duration, durationSeconds } from "./duration.js";
import { DefinitionError } from "./errors.js";
import type { DagTaskFields, PodOptions } from "./pod-options.js";
import type { AnyRef } from "./reference.js";

/** How a failed task is retried. Exit codes 2 (wrong usage), 65 (a broken contract) and 69 (unavailable) are never retried. */
export interface Retry {
  /** Number of retries after the first attempt, 0 to 100. */
  readonly limit: number;
  /** How long to wait before each retry. Default: no wait. */
  readonly backoff?: {
    readonly duration: Duration;
    /** Each wait is this many times the one before, at least 1. Default: 1. */
    readonly factor?: number;
    /** No retry starts later than this after the start of the first attempt. */
    readonly maxDuration?: Duration;
  };
}

declare const taskHandle: unique symbol;

/** Identifies a task; returned by `dag.task`. A type, not an interface, so that `build` may return it as its outputs. */
export type TaskHandle = {
  readonly [taskHandle]: string;
};

/** The options of a task besides its inputs. */
export interface TaskOptions<W extends Condition | undefined = Condition | undefined> extends PodOptions {
  /** The task's name in the DAG. Default: the step's name. */
  readonly name?: string;
  /** Runs the task only if the condition holds. The types of its outputs then say that they may not exist. */
  readonly when?: W;
  /** Tasks that must have ended first, without passing data: a result of `dag.task`, one of its outputs, or a name. */
  readonly after?: readonly (TaskHandle | AnyRef | string)[];
  readonly retry?: Retry;
  /** An attempt that takes longer fails. */
  readonly timeout?: Duration;
  /** Further Argo fields of the task in the DAG, such as hooks. */
  readonly dagTask?: DagTaskFields;
}

/**
 * Checks the retry limit, the backoff factor and all durations of a task's options.
 * @throws {DefinitionError} naming the task
 */
export function checkTaskOptions(task: string, options: TaskOptions): void {
  const limit = options.retry?.limit;
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0 && limit <= 100)) {
    throw new DefinitionError(
      `task "${task}": retry.limit is ${limit}. Expected a whole number from 0 to 100.`,
    );
  }
  const factor = options.retry?.backoff?.factor;
  if (factor !== undefined && !(factor >= 1)) {
    throw new DefinitionError(`task "${task}": retry.backoff.factor is ${factor}. Expected 1 or more.`);
  }
  const durations = [options.timeout, options.retry?.backoff?.duration, options.retry?.backoff?.maxDuration];
  for (const duration of durations) {
    if (duration !== undefined) checkDuration(task, duration);
  }
}

function checkDuration(task: string, duration: Duration): void {
  try {
    durationSeconds(duration);
  } catch (error) {
    throw new DefinitionError(`task "${task}": ${error instanceof Error ? error.message : error}`);
  }
}
