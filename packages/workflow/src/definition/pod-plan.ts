import type { Duration } from "./duration.js";
import type { Retry } from "./task-options.js";

/** The input of a pod that runs several steps: the steps in their order, and the pod's parameters as Argo writes them. */
export interface PodPlan {
  readonly steps: readonly PlannedStep[];
  readonly parameters: readonly { readonly name: string; readonly value: string }[] | null;
}

export interface PlannedStep {
  /** The task's name: the prefix of its log and of its outputs. */
  readonly task: string;
  readonly step: string;
  readonly parameters: Readonly<Record<string, PlannedText>>;
  /** Paths below the pod's folder: `inputs/NAME` or `outputs/TASK_NAME.EXTENSION`. */
  readonly artifacts: Readonly<Record<string, string>>;
  readonly retry?: Retry;
  readonly timeout?: Duration;
}

/** Where a parameter's text comes from: the plan, a parameter of the pod, or a file below the pod's outputs. */
export type PlannedText = { readonly text: string } | { readonly input: string } | { readonly file: string };

/** What a pod reports of each of its steps, in the order in which they ran; steps that were never started are missing. */
export interface StepReport {
  readonly task: string;
  readonly phase: "Running" | "Succeeded" | "Failed";
  readonly attempts: readonly {
    readonly startedAt: string;
    readonly finishedAt: string;
    readonly exitCode: number;
    readonly message?: string;
  }[];
}
