import type { Graph, Task, TemplateTask } from "../definition/graph.js";
import type { TaskRecord } from "./run-record.js";
import type { RunState } from "./run-state.js";
import type { RunScope, TaskOutcome } from "./scope.js";
import type { TaskValues } from "./task-value.js";

/** A task whose dependencies are met. */
export interface TaskRun<T extends Task = Task> {
  readonly state: RunState;
  readonly task: T;
  /** The values of the task's references. */
  readonly scope: RunScope;
  readonly record: TaskRecord;
  /** The task's folder in the run's directory. */
  readonly folder: string;
}

/** One call of a task's step or workflow: of the task itself, in an iteration of a map, or in a round. */
export interface CallRun extends Omit<TaskRun<TemplateTask>, "scope"> {
  readonly inputs: TaskValues;
}

/** A graph whose tasks run, each as soon as its dependencies have ended. */
export interface GraphRun {
  readonly state: RunState;
  readonly graph: Graph;
  readonly scope: RunScope;
  /** Records of the graph's tasks, in their order. */
  readonly records: readonly TaskRecord[];
  /** A folder in the run's directory, in which each task has its own folder. */
  readonly folder: string;
  /** Names of the tasks to run; the others are skipped, and the graph has no outputs. Default: all. */
  readonly only?: ReadonlySet<string>;
}

/** Runs one task of a graph. */
export type TaskRunner = (run: TaskRun) => Promise<TaskOutcome>;
