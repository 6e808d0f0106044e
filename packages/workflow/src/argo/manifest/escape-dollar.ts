import type { Inputs } from "../../definition/port.js";
import { mayHold } from "../../definition/schema-text.js";

/**
 * Kubernetes replaces `$(NAME)` in commands, arguments and environment variables, and makes one `$` of two. So that a
 * text arrives as it is, each `$` is doubled where it would mean something.
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
 * A script as it stands in a manifest. Argo hands it to the pod in an environment variable, in which Kubernetes makes
 * one `$` of two as well; `$(NAME)` can only be one of Argo's own variables there.
 */
export function sourceOfScript(source: string): string {
  return source.replace(/\$(?=\$|\(ARGO_\w+\))/g, () => "$$");
}

/**
 * What a step of the project reads its parameters from: the JSON that `{{inputs.parameters}}` stands for. Where a text
 * may have a `$`, which Kubernetes would read as above, it is the same list with each `$` as a JSON escape.
 */
export function sourceOfParameters(inputs: Inputs): string {
  const isPlain = Object.values(inputs).every(
    (port) => port.kind === "artifact" || !mayHold(port.schema, "$"),
  );
  if (isPlain) return "{{inputs.parameters}}";
  const list = 'map(toPairs(inputs.parameters), ({"name": #[0], "value": #[1]}))';
  return `{{=replace(toJson(${list}), '$', '\\\\u0024')}}`;
}
