import { ContractError, DefinitionError } from "../../definition/errors.js";
import { encodeParameter, unwiredText } from "../../definition/parameter-text.js";
import type { AnyValue, InputValues, ParameterPort, Presence } from "../../definition/port.js";

/** The inputs of a script: parameters only, because they are passed as environment variables. */
export type ScriptInputs = Readonly<Record<string, ParameterPort<AnyValue, Presence>>>;

/** In bytes, including the name. Linux does not start a process with a longer variable. */
const maxVariableBytes = 128 * 1024;

/** The environment variable that holds a parameter: `INPUT_test_size` for `test-size`. */
export function variableOf(parameter: string): string {
  return `INPUT_${parameter.replaceAll("-", "_")}`;
}

/**
 * The parameter names of a script by environment variable.
 * @param where names the script in messages
 * @throws {DefinitionError} if two parameters would share a variable
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
 * The environment variables with the texts of a script's inputs; a missing optional input is `(absent)`.
 * @throws {ContractError} if a value does not match its schema, or is too long for an environment variable
 */
export function environmentWith<I extends ScriptInputs>(
  inputs: I,
  values: InputValues<I>,
): Record<string, string> {
  const given: Readonly<Record<string, unknown>> = { ...values };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, port]) => {
      const where = `parameter "${name}"`;
      const value = given[name];
      const unwired = value === undefined ? unwiredText(name, port) : undefined;
      const text = unwired ?? encodeParameter(where, port.schema, value);
      const bytes = Buffer.byteLength(`${variableOf(name)}=${text}`) + 1;
      if (bytes > maxVariableBytes) {
        throw new ContractError(
          `${where} has ${bytes} bytes with its name, an environment variable may have ${maxVariableBytes}. Pass it to a step as an artifact.`,
        );
      }
      return [variableOf(name), text];
    }),
  );
}
