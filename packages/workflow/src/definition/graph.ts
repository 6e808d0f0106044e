import type { ConditionExpression } from "./condition.js";
import type { Duration } from "./duration.js";
import type { ArgoOptions, DagTaskFields, PodOptions } from "./pod-options.js";
import type { AnyValue, ArtifactPort, Inputs, OutputPort, Outputs, ParameterPort, Port } from "./port.js";
import type { Step } from "./step.js";
import type { Retry } from "./task-options.js";
import type { ValueSource } from "./value-source.js";

/** The value or source that is wired to one input of a task. */
export type Binding =
  | { readonly kind: "value"; readonly value: unknown }
  /** `maybe`: the value may not exist, because the source's task may not run. */
  | { readonly kind: "source"; readonly source: ValueSource; readonly maybe: boolean };

/** The list that a map runs over. */
export interface MapOver {
  readonly items: Binding;
  /** Whether the items are parameter values or artifacts. */
  readonly kind: "parameter" | "artifact";
  /** The port of the whole list, used to decode it. */
  readonly list: ParameterPort<AnyValue> | ArtifactPort<AnyValue>;
}

/** When a repeated task ends, and the inputs of its next round. */
export interface RepeatUntil {
  /** Reads outputs of the round, as sources of this task. */
  readonly until: ConditionExpression;
  /** Inputs that change from round to round; all others keep their first value. */
  readonly next: Readonly<Record<string, Binding>>;
  readonly maxRounds: number;
}

interface TaskCommon {
  readonly name: string;
  readonly when?: ConditionExpression;
  /** Names of tasks that must have ended first, without passing data. */
  readonly after: readonly string[];
}

/** The fields of every task that calls a step or a workflow. */
interface TemplateCall extends TaskCommon {
  readonly template: Step | Workflow;
  readonly wiring: Readonly<Record<string, Binding>>;
  readonly retry?: Retry;
  readonly timeout?: Duration;
  readonly pod: PodOptions;
  readonly dagTask: DagTaskFields;
}

/** A task that calls a step or a workflow once. */
export interface CallTask extends TemplateCall {
  readonly kind: "call";
}

/** A task that calls a step or a workflow for each item of a list. */
export interface MapTask extends TemplateCall {
  readonly kind: "map";
  readonly map: MapOver;
}

/** A task that calls a step or a workflow until a condition holds. */
export interface RepeatTask extends TemplateCall {
  readonly kind: "repeat";
  readonly repeat: RepeatUntil;
}

/** A task that calls a step or a workflow. */
export type TemplateTask = CallTask | MapTask | RepeatTask;

/** A task that waits for a person, who fills in its fields. */
export interface ApproveTask extends TaskCommon {
  readonly kind: "approve";
  readonly message?: string;
  readonly fields: Readonly<Record<string, Port & { readonly kind: "parameter" }>>;
  /** Values to show to the person. */
  readonly shows: Readonly<Record<string, ValueSource>>;
}

export type Task = TemplateTask | ApproveTask;

/** An output of the graph as a whole. */
export interface GraphOutput {
  readonly source: ValueSource;
  readonly port: OutputPort;
}

/** The tasks, in the order of their definition, and the outputs. */
export interface Graph {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly outputs: Readonly<Record<string, GraphOutput>>;
}

/** A DAG of tasks with inputs and outputs. It can be run, compiled to Argo, or nested in another workflow as a task. */
export interface Workflow<I extends Inputs = Inputs, O extends Outputs = Outputs> {
  readonly kind: "workflow";
  readonly name: string;
  readonly description?: string;
  /** Parameters and artifacts, by name. */
  readonly inputs: I;
  readonly outputs: O;
  readonly graph: Graph;
  /** The tasks of the exit handler, which run after success and after failure. A workflow with one cannot be nested. */
  readonly exit?: Graph;
  /** Argo fields that are copied into the manifest unchanged. */
  readonly argo?: ArgoOptions;
}
