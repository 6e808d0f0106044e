import type { Condition } from "./condition.js";
import { type Duration, durationSeconds } from "./duration.js";
import { DefinitionError } from "./errors.js";
import type { DagTaskFields, PodOptions } from "./pod-options.js";
import type { AnyRef } from "./reference.js";

/** How a failed task is tried again. Exit codes 65 (a value breaks its contract) and 2 (wrong usage) never are. */
export interface Retry {
  /** How many times after the first attempt, 0 to 100. */
  readonly limit: number;
  /** How long to wait before each retry; at once where left out. */
  readonly backoff?: {
    readonly duration: Duration;
    /** Each wait is this many times the one before; 1 where left out. */
    readonly factor?: number;
    /** No retry starts later than this after the first attempt started. */
    readonly maxDuration?: Duration;
  };
}

declare const taskHandle: unique symbol;

/** Something that stands for a task: what `dag.task` gives. No interface, so that `build` may return it whole. */
export type TaskHandle = {
  readonly [taskHandle]: string;
};

/** What a task may be told besides its inputs. */
export interface TaskOptions<W extends Condition | undefined = Condition | undefined> extends PodOptions {
  /** The task's name in the DAG; the step's own name where left out. */
  readonly name?: string;
  /** Runs the task only where the condition holds. Its outputs may then not exist, and their type says so. */
  readonly when?: W;
  /** Tasks that must have ended before, although no data flows: what `dag.task` gave, one of its outputs, or a name. */
  readonly after?: readonly (TaskHandle | AnyRef | string)[];
  readonly retry?: Retry;
  /** The longest an attempt may take; then it counts as failed. */
  readonly timeout?: Duration;
  /** Further fields of the task in Argo's DAG, such as hooks. */
  readonly dagTask?: DagTaskFields;
}

/**
 * Checks what the types of options cannot say.
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
