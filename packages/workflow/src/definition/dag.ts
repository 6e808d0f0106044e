import type * as z from "zod";
import type { Condition } from "./condition.js";
import type { Workflow } from "./graph.js";
import type { PodOptions } from "./pod-options.js";
import type { AnyValue, Inputs, Outputs, ParameterPort } from "./port.js";
import type {
  AnyRef,
  ArtifactRef,
  ItemRef,
  MaybeArtifactRef,
  MaybeParameterRef,
  ParameterRef,
} from "./reference.js";
import type { Step } from "./step.js";
import type { TaskHandle, TaskOptions } from "./task-options.js";
import type { ListRefs, MaybeListRefs, MaybeRefs, Refs, Wiring } from "./wiring.js";

/** A step or a workflow that a task can run. */
export type Template<I extends Inputs, O extends Outputs> = Step<I, O> | Workflow<I, O>;

/** References to a task's outputs; "maybe" references if the task has a condition. */
export type TaskRefs<O, W> = ([W] extends [undefined] ? Refs<O> : MaybeRefs<O>) & TaskHandle;
/** References to a mapped task's outputs: a list for each output. */
export type MapResult<O, W> = ([W] extends [undefined] ? ListRefs<O> : MaybeListRefs<O>) & TaskHandle;

/** A nested workflow takes none of these: the steps inside it have their own retries, timeouts and pod options. */
type NestedOptions<T> = T extends { readonly kind: "workflow" }
  ? { readonly [Field in "retry" | "timeout" | keyof PodOptions]?: never }
  : unknown;

/** When a repeated task ends, and the inputs of its next round. */
export interface Repetition<I, O> {
  /** Ends the repetition if it holds after a round. */
  until(round: Refs<O>): Condition;
  /** Inputs of the next round, from outputs of this one. All other inputs keep their first value. */
  next(round: Refs<O>): Partial<Wiring<I>>;
  /** 1 to 30. The task outputs its last round, whether or not the condition held. */
  readonly maxRounds: number;
}

export type ApprovalFields = Readonly<Record<string, z.ZodType<AnyValue>>>;

/** The options of {@link Dag.approve}. */
export interface Approval<F extends ApprovalFields, W extends Condition | undefined> {
  readonly name: string;
  /** One sentence about what to decide. */
  readonly message?: string;
  /** At least one. An enum is offered as choices; a schema with `.default(…)` offers that value. */
  readonly fields: F;
  /** Values to show to the person: the paths of artifacts, the values of parameters. */
  readonly shows?: Readonly<Record<string, ParameterRef<unknown> | ArtifactRef<unknown>>>;
  readonly when?: W;
  readonly after?: readonly (TaskHandle | AnyRef | string)[];
}

type FieldPorts<F> = {
  readonly [Name in keyof F]: F[Name] extends z.ZodType<AnyValue> ? ParameterPort<z.output<F[Name]>> : never;
};

/** Adds tasks to a workflow. Nothing runs while a workflow is being built: every call returns references. */
export interface Dag {
  /**
   * Adds a task that runs a step or a nested workflow once.
   * @param wiring one entry for each input: a reference to another task's output or to the workflow's input, or for a
   *   parameter a plain value
   * @throws {DefinitionError} if a task with this name exists, or formats do not match
   */
  task<
    I extends Inputs,
    O extends Outputs,
    T extends Template<I, O>,
    W extends Condition | undefined = undefined,
  >(
    template: T & Template<I, O>,
    wiring: Wiring<I>,
    options?: TaskOptions<W> & NestedOptions<T>,
  ): TaskRefs<O, W>;

  /**
   * Adds a task that runs a step once for each item of a list and collects the outputs as lists in the same order.
   * A failed iteration fails the map. An empty list results in empty lists.
   * @param items plain values, a parameter that is a list, or a list of artifacts
   * @param wiring returns the wiring of an iteration, from its item and its index (from 0)
   * @throws {DefinitionError} if a task with this name exists, or `items` may not exist or belongs to another workflow
   */
  map<I extends Inputs, O extends Outputs, T, W extends Condition | undefined = undefined>(
    step: Step<I, O>,
    items: readonly T[] | ParameterRef<readonly T[]> | ParameterRef<T[]>,
    wiring: (item: ItemRef<T>, index: ParameterRef<number>) => Wiring<I>,
    options?: TaskOptions<W>,
  ): MapResult<O, W>;
  map<I extends Inputs, O extends Outputs, T, W extends Condition | undefined = undefined>(
    step: Step<I, O>,
    items: ArtifactRef<readonly T[]>,
    wiring: (item: ArtifactRef<T>, index: ParameterRef<number>) => Wiring<I>,
    options?: TaskOptions<W>,
  ): MapResult<O, W>;

  /**
   * Adds a task that runs a step or a nested workflow in rounds until a condition on its outputs holds, and outputs the
   * last round.
   * @throws {DefinitionError} if `maxRounds` is not a whole number from 1 to 30
   */
  repeat<I extends Inputs, O extends Outputs, W extends Condition | undefined = undefined>(
    template: Template<I, O>,
    wiring: Wiring<I>,
    repetition: Repetition<I, O>,
    options?: TaskOptions<W>,
  ): TaskRefs<O, W>;

  /**
   * Adds a task that waits for a person to fill in its fields: with a prompt on a terminal or `--approve name=value`, in
   * the cluster with Argo's UI or `argo resume`.
   * @throws {DefinitionError} if it has no field
   */
  approve<F extends ApprovalFields, W extends Condition | undefined = undefined>(
    approval: Approval<F, W>,
  ): TaskRefs<FieldPorts<F>, W>;

  /**
   * Joins branches: the first of several values whose task ran, in the given order. The run fails if none of them ran.
   * @throws {DefinitionError} if they belong to another workflow, or are artifacts of different formats
   */
  firstOf<T>(
    ...alternatives: readonly [MaybeParameterRef<T>, ...(MaybeParameterRef<T> | ParameterRef<T>)[]]
  ): ParameterRef<T>;
  firstOf<T>(
    ...alternatives: readonly [MaybeArtifactRef<T>, ...(MaybeArtifactRef<T> | ArtifactRef<T>)[]]
  ): ArtifactRef<T>;
}
