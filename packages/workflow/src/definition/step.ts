import { checkPorts } from "./check-ports.js";
import { keepDefinitionSites } from "./definition-sites.js";
import { checkTemplateName } from "./names.js";
import { omitUndefined } from "./omit-undefined.js";
import type { Inputs, InputValues, Outputs, OutputValues } from "./port.js";

/** Functions and values that a step can use besides its inputs. */
export interface StepContext {
  /** Writes one line to the task's log. */
  log(message: string): void;
  /** Reports progress: `done` of `total` units, both whole numbers. */
  progress(done: number, total: number): void;
  /** Aborted when the run is being stopped. A step that never awaits does not notice it. */
  readonly signal: AbortSignal;
  /** 1 for the first attempt, 2 for its first retry, … */
  readonly attempt: number;
  /** A directory for large temporary files; removed when the step has ended. */
  readonly scratch: string;
}

/** What a step runs in the cluster if it is not a function of this project. */
export type Implementation =
  /** A script in the manifest, run by an interpreter. Parameters are environment variables. */
  | {
      readonly kind: "script";
      readonly image: string;
      readonly command: readonly string[];
      readonly source: string;
      /** Parameter names by environment variable. */
      readonly env: Readonly<Record<string, string>>;
    }
  /** A command in any image. Arguments may refer to inputs and outputs. */
  | {
      readonly kind: "container";
      readonly image: string;
      readonly command: readonly string[];
      readonly args: readonly string[];
    }
  /** A template that already exists in the cluster. */
  | {
      readonly kind: "templateRef";
      readonly name: string;
      readonly template: string;
      readonly clusterScope: boolean;
    };

/** A typed function with named inputs and outputs, which a task runs on this machine or in a pod. */
export interface Step<I extends Inputs = Inputs, O extends Outputs = Outputs> {
  readonly kind: "step";
  readonly name: string;
  readonly description?: string;
  readonly inputs: I;
  readonly outputs: O;
  /** False: its outputs depend on more than its inputs, so an earlier success never replaces a run. */
  readonly cache?: false;
  /** Undefined for a function of this project. */
  readonly implementation?: Implementation;
  /** The function itself. The context may be omitted in tests. */
  run(inputs: InputValues<I>, context?: StepContext): OutputValues<O> | Promise<OutputValues<O>>;
}

/** The options of {@link defineStep}. */
export interface StepDefinition<I extends Inputs, O extends Outputs> {
  /** Letters, digits and hyphens, at most 128; unique in the project. */
  readonly name: string;
  /** One sentence, shown by `describe`. */
  readonly description?: string;
  readonly inputs: I;
  readonly outputs: O;
  /**
   * False for a step that looks outside its inputs, such as at a server, the clock or the environment: it always runs.
   * Otherwise a run on this machine takes the outputs of an earlier success with the same code, inputs and parameters.
   */
  readonly cache?: false;
  run(inputs: InputValues<I>, context: StepContext): OutputValues<O> | Promise<OutputValues<O>>;
}

/**
 * Defines a step.
 * @throws {DefinitionError} if a name is not allowed, a parameter's schema has no text form, or a default does not match
 *   its schema
 */
export function defineStep<I extends Inputs, O extends Outputs>(
  definition: StepDefinition<I, O>,
): Step<I, O> {
  checkTemplateName("step", definition.name);
  checkPorts(`step ${definition.name}`, definition.inputs, definition.outputs);
  const run = definition.run;
  const step: Step<I, O> = {
    kind: "step",
    name: definition.name,
    ...omitUndefined({ description: definition.description, cache: definition.cache }),
    inputs: definition.inputs,
    outputs: definition.outputs,
    run: (inputs, context = quietContext()) => run(inputs, context),
  };
  keepDefinitionSites(step);
  return step;
}

/** The context of a step that is called without one: discards log lines and progress. */
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
