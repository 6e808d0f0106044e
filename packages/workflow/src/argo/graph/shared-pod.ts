import type { CallTask } from "../../definition/graph.js";
import type { OutputPort } from "../../definition/port.js";
import type { Step } from "../../definition/step.js";

/** Where a task in a shared pod gets one of its inputs. */
export type SharedInput =
  /** A literal, as the text of a parameter. */
  | { readonly from: "text"; readonly text: string }
  /** An input of the pod, by its name there. */
  | { readonly from: "input"; readonly name: string }
  /** An output of an earlier task in the pod, by its name among the pod's outputs. */
  | { readonly from: "output"; readonly name: string; readonly port: OutputPort };

/** A task that runs in a shared pod. */
export interface SharedTask {
  readonly task: CallTask;
  /** Only the inputs that are wired. */
  readonly inputs: Readonly<Record<string, SharedInput>>;
}

const sharedPods = new WeakMap<Step, readonly SharedTask[]>();

/** Marks a step as one that the compiler generated for a shared pod. */
export function setSharedTasks(pod: Step, tasks: readonly SharedTask[]): void {
  sharedPods.set(pod, tasks);
}

/** The tasks of a shared pod, in the order in which they run; undefined for any other step. */
export function sharedTasks(step: Step): readonly SharedTask[] | undefined {
  return sharedPods.get(step);
}

/** The output parameter of a shared pod that reports its tasks. Unlike the others, its name has no underscore. */
export const reportParameter = "steps";

/** The name of a task's output among the outputs of its pod. It is unique, because a task's name has no underscore. */
export function sharedOutput(task: string, output: string): string {
  return `${task}_${output}`;
}
