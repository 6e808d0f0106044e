import type { Graph, Task, TemplateTask } from "../definition/graph.js";
import type { TaskRecord } from "./run-record.js";
import type { RunState } from "./run-state.js";
import type { RunScope, TaskOutcome } from "./scope.js";
import type { TaskValues } from "./task-value.js";

/** A task whose dependencies are met. */
export interface TaskRun<T extends Task = Task> {
  readonly state: RunState;
  readonly task: T;
  /** What the task's references stand for. */
  readonly scope: RunScope;
  readonly record: TaskRecord;
  /** The task's own, in the run's directory. */
  readonly folder: string;
}

/** One call of a task's step or workflow: the task itself, an iteration of a map, or a round. */
export interface CallRun extends Omit<TaskRun<TemplateTask>, "scope"> {
  readonly inputs: TaskValues;
}

/** A graph whose tasks run, each as soon as what it waits for has ended. */
export interface GraphRun {
  readonly state: RunState;
  readonly graph: Graph;
  readonly scope: RunScope;
  /** Of the graph's tasks, in their order. */
  readonly records: readonly TaskRecord[];
  /** In the run's directory; each task adds its own. */
  readonly folder: string;
}

/** Runs one task of a graph. */
export type TaskRunner = (run: TaskRun) => Promise<TaskOutcome>;
