import type { Parameter } from "@tiphys/argo-lint/argo-schema";
import { didYouMean } from "@tiphys/argo-lint/text";
import { choicesOf } from "../../definition/allowed-values.js";
import { DefinitionError, UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { absentText, checkParameterText, unwiredText } from "../../definition/parameter-text.js";
import { keyParameter } from "./dag-ports.js";

/**
 * The parameters of a whole workflow: one for each parameter, and one for the key of each artifact that is stored in S3.
 * @param set values as texts, by the names of these parameters
 * @throws {UsageError} if a name is unknown, or a text does not match its schema
 * @throws {DefinitionError} if an artifact has no origin
 */
export function workflowParameters(workflow: Workflow, set: Readonly<Record<string, string>>): Parameter[] {
  const inputs = Object.entries(workflow.inputs).filter(
    ([, port]) => port.kind === "parameter" || port.origin?.source === undefined,
  );
  const parameters = inputs.map(([name, port]): Parameter => {
    if (port.kind === "artifact") {
      if (port.origin === undefined) {
        throw new DefinitionError(
          `${workflow.name}: artifact "${name}" has no origin, so its path in the cluster is not known. Declare it as inputArtifact(codec, { path, key }).`,
        );
      }
      return {
        name: keyParameter(name),
        value: set[keyParameter(name)] ?? port.origin.key,
        description: `S3 key of the ${name}`,
      };
    }
    const text = set[name];
    const value =
      text === undefined
        ? unwiredText(name, port)
        : checkParameterText(`parameter "${name}"`, port.schema, text);
    // The text of an absent value is not one of the choices.
    const choices = value === absentText ? undefined : choicesOf(port.schema);
    return { name, ...omitUndefined({ value, enum: choices }) };
  });
  const names = parameters.map((parameter) => parameter.name);
  const unknown = Object.keys(set).find((name) => !names.includes(name));
  if (unknown === undefined) return parameters;
  if (names.includes(keyParameter(unknown))) {
    throw new UsageError(`In the cluster, ${unknown} is set by its S3 key: --set ${keyParameter(unknown)}=…`);
  }
  throw new UsageError(
    `${workflow.name} has no parameter "${unknown}" in the cluster.${didYouMean(unknown, names) || ` It has ${names.join(", ")}.`}`,
  );
}
