import { evaluate, textOf } from "./expression/evaluate.js";
import type { Artifact, Parameter, Template } from "./manifest.js";
import type { Outputs } from "./node.js";
import { resolveArtifact } from "./resolve-artifact.js";
import { nested, type Scope } from "./scope.js";

/** The outputs of a DAG template. @throws {Error} if a required output does not exist */
export function dagOutputs(template: Template, scope: Scope): Outputs {
  const parameters = new Map(
    template.outputs.parameters.map((parameter): [string, string] => [
      parameter.name,
      outputText(parameter, scope),
    ]),
  );
  const artifacts = new Map<string, Artifact>();
  for (const artifact of template.outputs.artifacts) {
    const resolved = resolveArtifact(artifact, scope);
    if (resolved !== undefined) artifacts.set(artifact.name, resolved);
  }
  return { parameters, artifacts };
}

function outputText({ name, valueFrom }: Parameter, scope: Scope): string {
  try {
    const value =
      valueFrom?.expression === undefined
        ? named(valueFrom?.parameter ?? "", scope)
        : evaluate(valueFrom.expression, nested(scope));
    if (value === null || value === undefined) throw new Error(`output parameter "${name}" does not exist`);
    return textOf(value);
  } catch (error) {
    if (valueFrom?.default !== undefined) return valueFrom.default;
    throw error;
  }
}

function named(tag: string, scope: Scope): unknown {
  const text = tag.replace(/^\{\{/, "").replace(/\}\}$/, "").trim();
  if (text.startsWith("=")) return evaluate(text.slice(1), nested(scope));
  if (!Object.hasOwn(scope, text)) throw new Error(`Unable to resolve: ${text}`);
  return scope[text];
}
