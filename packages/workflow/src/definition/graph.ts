import type { ConditionExpression } from "./condition.js";
import type { Duration } from "./duration.js";
import type { ArgoOptions, DagTaskFields, PodOptions } from "./pod-options.js";
import type { AnyValue, ArtifactPort, Inputs, OutputPort, Outputs, ParameterPort, Port } from "./port.js";
import type { Step } from "./step.js";
import type { Retry } from "./task-options.js";
import type { ValueSource } from "./value-source.js";

/** What is wired to one input of a task. */
export type Binding =
  | { readonly kind: "value"; readonly value: unknown }
  /** `maybe`: the source's task may not run. */
  | { readonly kind: "source"; readonly source: ValueSource; readonly maybe: boolean };

/** What a map runs over. */
export interface MapOver {
  readonly items: Binding;
  /** Items are parameter values, or artifacts of this list. */
  readonly kind: "parameter" | "artifact";
  /** The port of the whole list, by which it is decoded. */
  readonly list: ParameterPort<AnyValue> | ArtifactPort<AnyValue>;
}

/** How a repeated task goes on. */
export interface RepeatUntil {
  /** Reads outputs of the round, as sources of this very task. */
  readonly until: ConditionExpression;
  /** Inputs that change from round to round; all others keep their first value. */
  readonly next: Readonly<Record<string, Binding>>;
  readonly maxRounds: number;
}

interface TaskCommon {
  readonly name: string;
  readonly when?: ConditionExpression;
  /** Names of tasks that must have ended before, although no data flows. */
  readonly after: readonly string[];
}

/** What all tasks share that call a step or a workflow. */
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
  /** What the person should look at first. */
  readonly shows: Readonly<Record<string, ValueSource>>;
}

export type Task = TemplateTask | ApproveTask;

/** A value that the graph hands to whoever runs it. */
export interface GraphOutput {
  readonly source: ValueSource;
  readonly port: OutputPort;
}

/** Tasks in the order of their definition, which is an order they could run in. */
export interface Graph {
  readonly tasks: ReadonlyMap<string, Task>;
  readonly outputs: Readonly<Record<string, GraphOutput>>;
}
/** A DAG of tasks with inputs and outputs of its own: what runs, compiles to Argo, or is a task in another workflow. */
export interface Workflow<I extends Inputs = Inputs, O extends Outputs = Outputs> {
  readonly kind: "workflow";
  readonly name: string;
  readonly description?: string;
  /** Parameters and artifacts together, by name. */
  readonly inputs: I;
  readonly outputs: O;
  readonly graph: Graph;
  /** What runs at the end, whatever happened. A workflow that has it cannot be a task of another. */
  readonly exit?: Graph;
  /** What passes into the manifest as it is. */
  readonly argo?: ArgoOptions;
}
