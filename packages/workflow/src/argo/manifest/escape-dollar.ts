import { mayHold } from "../../definition/allowed-values.js";
import type { Inputs } from "../../definition/port.js";

/**
 * Escapes a text for commands, arguments and environment variables, where Kubernetes expands `$(NAME)` and reads `$$` as `$`.
 * Each `$` that has a meaning there is doubled, in values of parameters too.
 */
export function withoutExpansion(text: string): string {
  return text
    .replace(/\$(?=[$({]|$)/g, () => "$$")
    .replace(
      /\{\{inputs\.parameters\.([-\w]+)\}\}/g,
      (_, name: string) => `{{=replace(inputs.parameters['${name}'], '$', '$$')}}`,
    );
}

/**
 * Escapes a script for a manifest. Argo passes it to the pod in an environment variable, in which Kubernetes also reads `$$` as
 * `$`; `$(NAME)` can only be one of Argo's own variables there.
 */
export function sourceOfScript(source: string): string {
  return source.replace(/\$(?=\$|\(ARGO_\w+\))/g, () => "$$");
}

/**
 * The source from which a step of the project reads its parameters: the JSON of `{{inputs.parameters}}`. If a text may contain
 * a `$`, which Kubernetes would expand, it is the same list with each `$` as a JSON escape.
 */
export function sourceOfParameters(inputs: Inputs): string {
  const isPlain = Object.values(inputs).every(
    (port) => port.kind === "artifact" || !mayHold(port.schema, "$"),
  );
  if (isPlain) return "{{inputs.parameters}}";
  const list = 'map(toPairs(inputs.parameters), ({"name": #[0], "value": #[1]}))';
  return `{{=replace(toJson(${list}), '$', '\\\\u0024')}}`;
}
