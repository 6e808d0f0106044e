import { type Ports, type Template, templateSchema } from "./manifest.js";
import type { Play } from "./play.js";
import { absentArgument } from "./resolve-task.js";
import type { Scope } from "./scope.js";
import { substitute } from "./substitute.js";

/**
 * Fills in the inputs of a template from arguments, and replaces all tags that read inputs or the workflow.
 * @throws {Error} if an input is not supplied
 */
export function processArguments(
  template: Template,
  given: Ports,
  play: Play,
  local: Readonly<Record<string, string>>,
): Template {
  const parameters = template.inputs.parameters.map((input) => {
    const argument = given.parameters.find(({ name }) => name === input.name)?.value;
    const supplied = argument === absentArgument ? undefined : argument;
    const value = supplied ?? input.default ?? input.value;
    if (value === undefined) throw new Error(`inputs.parameters.${input.name} was not supplied`);
    return { ...input, value };
  });
  const artifacts = template.inputs.artifacts.map((input) => {
    const argument = given.artifacts.find(({ name }) => name === input.name);
    const hasLocation = input.s3?.key !== undefined;
    if (!hasLocation && input.optional !== true) {
      if (argument === undefined) throw new Error(`inputs.artifacts.${input.name} was not supplied`);
      if (argument.s3?.key === undefined)
        throw new Error(`inputs.artifacts.${input.name} missing location information`);
    }
    if (argument === undefined) return input;
    // The argument then decides whether it is optional, not the input.
    const { path: _path, ...location } = argument;
    return input.path === undefined ? location : { ...location, path: input.path };
  });
  return substituteInputs(
    { ...template, inputs: { ...template.inputs, parameters, artifacts } },
    play,
    local,
  );
}

/** Replaces tags that read the workflow, then tags that read the template's inputs. */
export function substituteInputs(
  template: Template,
  play: Play,
  local: Readonly<Record<string, string>>,
): Template {
  const globals: Scope = { ...Object.fromEntries(play.globals), ...local };
  const first = templateSchema.parse(substitute(template, globals, "none"));
  const scope: Record<string, string> = {};
  for (const { name, value } of first.inputs.parameters) scope[`inputs.parameters.${name}`] = value ?? "";
  const list = template.inputs.parameters.length === 0 ? null : first.inputs.parameters;
  scope["inputs.parameters"] = JSON.stringify(list);
  for (const { name, path } of first.inputs.artifacts)
    if (path !== undefined) scope[`inputs.artifacts.${name}.path`] = path;
  for (const { name, path } of first.outputs.artifacts)
    if (path !== undefined) scope[`outputs.artifacts.${name}.path`] = path;
  for (const { name, valueFrom } of first.outputs.parameters)
    if (valueFrom?.path !== undefined) scope[`outputs.parameters.${name}.path`] = valueFrom.path;
  return templateSchema.parse(substitute(first, { ...globals, ...scope }, "none"));
}
