import { DefinitionError } from "../../definition/errors.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { Inputs, Outputs, OutputValues } from "../../definition/port.js";
import { defineStep, type Implementation, type Step } from "../../definition/step.js";
import { type Places, placeholder, placesOf } from "./places.js";
import { runContainer } from "./run-container.js";

/** The options of {@link containerStep}. */
export interface ContainerStepDefinition<I extends Inputs, O extends Outputs> {
  /** Letters, digits and hyphens; unique in the project. */
  readonly name: string;
  /** One sentence, shown by `describe`. */
  readonly description?: string;
  readonly image: string;
  /** The program in the image, and its first arguments. */
  readonly command: readonly string[];
  /** The arguments, or a function that makes them from the paths and texts of inputs and outputs. Default: none. */
  readonly args?: readonly string[] | ((places: Places<I, O>) => readonly string[]);
  readonly inputs: I;
  readonly outputs: O;
}

/**
 * Defines a step that runs a command in any image.
 *
 * The command reads input artifacts under `/tmp/argo/inputs` and must write every output under `/tmp/argo/outputs`. It
 * receives parameters only as arguments.
 *
 * On this machine it runs with docker or podman, whichever works. Without them the run ends as incomplete.
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
 * @throws {DefinitionError} if a name is not allowed, the command is empty, or an argument has a `{{` that is not one of the
 *   parameters' placeholders: Argo would replace it
 */
export function containerStep<I extends Inputs, O extends Outputs>(
  definition: ContainerStepDefinition<I, O>,
): Step<I, O> {
  const { name, description, image, command, args = [], inputs, outputs } = definition;
  const where = `container step ${name}`;
  if (command.length === 0) {
    throw new DefinitionError(
      `${where}: its command is empty. Name the program: Argo does not read it from the image.`,
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
      ...omitUndefined({ description }),
      inputs,
      outputs,
      run: async (values, context) => {
        const read = await runContainer(name, implementation, { inputs, outputs }, { ...values }, context);
        // Each output was decoded by its port.
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
