import { checkPorts } from "./check-ports.js";
import { checkTemplateName } from "./names.js";
import type { Inputs, InputValues, Outputs, OutputValues } from "./port.js";

/** What a step may use besides its inputs. */
export interface StepContext {
  /** Writes one line to the task's log. */
  log(message: string): void;
  /** Tells how far the step is: `done` of `total` units, both whole numbers. */
  progress(done: number, total: number): void;
  /** Aborted when the run is being stopped; only a step that awaits something can see it. */
  readonly signal: AbortSignal;
  /** 1 for the first attempt, 2 for its first retry, … */
  readonly attempt: number;
  /** A directory of the step's own for large temporary files; removed when the step has ended. */
  readonly scratch: string;
}

/** What stands in a manifest instead of this project's image and program, where a step is not one of its functions. */
export type Implementation =
  /** A source that the manifest carries, run by an interpreter; parameters come as environment variables. */
  | {
      readonly kind: "script";
      readonly image: string;
      readonly command: readonly string[];
      readonly source: string;
      /** Environment variables and the parameters that they hold. */
      readonly env: Readonly<Record<string, string>>;
    }
  /** A command of any image. Arguments may name inputs and outputs. */
  | {
      readonly kind: "container";
      readonly image: string;
      readonly command: readonly string[];
      readonly args: readonly string[];
    }
  /** A template that the cluster has already. */
  | {
      readonly kind: "templateRef";
      readonly name: string;
      readonly template: string;
      readonly clusterScope: boolean;
    };

/** A typed function with named inputs and outputs: what a task runs, on a laptop or in a pod. */
export interface Step<I extends Inputs = Inputs, O extends Outputs = Outputs> {
  readonly kind: "step";
  readonly name: string;
  readonly description?: string;
  readonly inputs: I;
  readonly outputs: O;
  /** Absent for a function of this project. */
  readonly implementation?: Implementation;
  /** The function itself: plain values in, plain values out. The context may be left out in tests. */
  run(inputs: InputValues<I>, context?: StepContext): OutputValues<O> | Promise<OutputValues<O>>;
}

/** What {@link defineStep} takes. */
export interface StepDefinition<I extends Inputs, O extends Outputs> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence for `describe`. */
  readonly description?: string;
  readonly inputs: I;
  readonly outputs: O;
  run(inputs: InputValues<I>, context: StepContext): OutputValues<O> | Promise<OutputValues<O>>;
}

/**
 * Defines a step.
 * @throws {DefinitionError} where a name is not allowed, an input and an output schema has no text form, or a default
 *   breaks its own schema
 */
export function defineStep<I extends Inputs, O extends Outputs>(
  definition: StepDefinition<I, O>,
): Step<I, O> {
  checkTemplateName("step", definition.name);
  checkPorts(`step ${definition.name}`, definition.inputs, definition.outputs);
  const run = definition.run;
  return {
    kind: "step",
    name: definition.name,
    ...(definition.description === undefined ? {} : { description: definition.description }),
    inputs: definition.inputs,
    outputs: definition.outputs,
    run: (inputs, context = quietContext()) => run(inputs, context),
  };
}

/** The context of a step that is called by hand: its log goes nowhere. */
function quietContext(): StepContext {
  return {
    log() {},
    progress() {},
    signal: new AbortController().signal,
    attempt: 1,
    get scratch(): string {
      throw new Error(
        "A step that uses scratch needs a context with a scratch directory: run(inputs, { scratch, … }).",
      );
    },
  };
}
