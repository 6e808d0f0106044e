import { ContractError, DefinitionError } from "../../definition/errors.js";
import { absentText, encodeParameter } from "../../definition/parameter-text.js";
import type { AnyValue, InputValues, ParameterPort, Presence } from "../../definition/port.js";

/** The inputs of a script: parameters only, because they come as environment variables. */
export type ScriptInputs = Readonly<Record<string, ParameterPort<AnyValue, Presence>>>;

/** Linux starts no process with a longer variable, its name included. */
const longestVariable = 128 * 1024;

/** The environment variable that holds a parameter: `INPUT_test_size` for `test-size`. */
export function variableOf(parameter: string): string {
  return `INPUT_${parameter.replaceAll("-", "_")}`;
}

/**
 * The variables of a script and the parameters that they hold.
 * @throws {DefinitionError} where two parameters would share a variable
 */
export function environmentOf(where: string, inputs: ScriptInputs): Readonly<Record<string, string>> {
  const env: Record<string, string> = {};
  for (const name of Object.keys(inputs)) {
    const variable = variableOf(name);
    const other = env[variable];
    if (other !== undefined) {
      throw new DefinitionError(
        `${where}: parameters "${other}" and "${name}" would both be the environment variable ${variable}. Rename one of them.`,
      );
    }
    env[variable] = name;
  }
  return env;
}

/**
 * The variables with a script's inputs as texts; an optional input that is missing is `(absent)`.
 * @throws {ContractError} where a value breaks its schema, or is too long for an environment variable
 */
export function environmentWith<I extends ScriptInputs>(
  inputs: I,
  values: InputValues<I>,
): Record<string, string> {
  const given: Readonly<Record<string, unknown>> = { ...values };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, port]) => {
      const where = `parameter "${name}"`;
      const missing = given[name] === undefined && port.need === "optional";
      const value = given[name] === undefined && port.need === "defaulted" ? port.default : given[name];
      const text = missing ? absentText : encodeParameter(where, port.schema, value);
      const bytes = Buffer.byteLength(`${variableOf(name)}=${text}`) + 1;
      if (bytes > longestVariable) {
        throw new ContractError(
          `${where} has ${bytes} bytes with its name, an environment variable may have ${longestVariable}. Hand it to a step as an artifact.`,
        );
      }
      return [variableOf(name), text];
    }),
  );
}
