import type { Artifact } from "./manifest.js";

/** How a node of a played workflow ended, in Argo's words. */
export type Phase = "Succeeded" | "Failed" | "Error" | "Skipped" | "Omitted";

export interface Outputs {
  readonly parameters: ReadonlyMap<string, string>;
  readonly artifacts: ReadonlyMap<string, Artifact>;
  /** What a script printed, if a task reads it. */
  readonly result?: string;
}

/** The result of a task, a template or an attempt. */
export interface NodeResult {
  readonly phase: Phase;
  readonly message?: string;
  readonly exitCode?: number;
  readonly outputs?: Outputs;
  /** For a loop: the result of each iteration, in order. */
  readonly iterations?: readonly NodeResult[];
}

/** A node of a played workflow, for the caller. */
export interface PlayedNode {
  /** `workflow.task(0:item).inner(1)`, as Argo names it. */
  readonly name: string;
  readonly type: "Pod" | "DAG" | "TaskGroup" | "Retry" | "Suspend" | "Skipped";
  readonly template: string;
  readonly phase: Phase;
  readonly message?: string;
  readonly outputs?: Outputs;
}
