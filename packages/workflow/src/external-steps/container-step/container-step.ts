import { DefinitionError } from "../../definition/errors.js";
import type { Inputs, Outputs, OutputValues } from "../../definition/port.js";
import { defineStep, type Implementation, type Step } from "../../definition/step.js";
import { type Places, placeholder, placesOf } from "./places.js";
import { runContainer } from "./run-container.js";

/** What {@link containerStep} takes. */
export interface ContainerStepDefinition<I extends Inputs, O extends Outputs> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence for `describe`. */
  readonly description?: string;
  readonly image: string;
  /** The program in the image, and what stands before its arguments. */
  readonly command: readonly string[];
  /** The arguments; a function gets the places of inputs and outputs. None, if not given. */
  readonly args?: readonly string[] | ((places: Places<I, O>) => readonly string[]);
  readonly inputs: I;
  readonly outputs: O;
}

/**
 * Defines a step that runs a command of any image.
 *
 * Input artifacts are files under `/tmp/argo/inputs`; every output is a file under `/tmp/argo/outputs` that the command
 * writes. Parameters reach it as arguments only.
 *
 * On this machine it runs with docker or podman, whichever works; without them the run ends as incomplete.
 *
 * ```ts
 * const train = containerStep({
 *   name: "train",
 *   image: "ghcr.io/example/trainer:1.4",
 *   command: ["python", "/app/train.py"],
 *   inputs: { xTrain: artifact(table), rate: parameter(z.number()) },
 *   outputs: { model: artifact(json(modelSchema)) },
 *   args: ({ inputs, outputs }) => ["--in", inputs.xTrain, `--rate=${inputs.rate}`, "--out", outputs.model],
 * });
 * ```
 * @throws {DefinitionError} where a name is not allowed, the command is empty, or an argument has a `{{` of its own,
 *   which Argo would replace
 */
export function containerStep<I extends Inputs, O extends Outputs>(
  definition: ContainerStepDefinition<I, O>,
): Step<I, O> {
  const { name, description, image, command, args = [], inputs, outputs } = definition;
  const where = `container step ${name}`;
  if (command.length === 0) {
    throw new DefinitionError(
      `${where}: its command is empty. Name the program: Argo does not look into the image.`,
    );
  }
  const implementation: Implementation & { kind: "container" } = {
    kind: "container",
    image,
    command,
    args: typeof args === "function" ? args(placesOf(inputs, outputs)) : args,
  };
  for (const text of [...command, ...implementation.args]) checkBraces(where, text, inputs);
  return {
    ...defineStep({
      name,
      ...(description === undefined ? {} : { description }),
      inputs,
      outputs,
      run: async (values, context) => {
        const read = await runContainer(name, implementation, { inputs, outputs }, { ...values }, context);
        // Each of them was decoded by its own port.
        return read as OutputValues<O>;
      },
    }),
    implementation,
  };
}

function checkBraces(where: string, text: string, inputs: Inputs): void {
  const parameters = Object.keys(inputs).filter((name) => inputs[name]?.kind === "parameter");
  const rest = parameters.reduce((left, name) => left.replaceAll(placeholder(name), ""), text);
  if (!rest.includes("{{")) return;
  throw new DefinitionError(
    `${where}: "${text}" has {{, which Argo would replace. Name inputs by args: ({ inputs }) => [inputs.…].`,
  );
}
