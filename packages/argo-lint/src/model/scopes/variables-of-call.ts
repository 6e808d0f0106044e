import type { Call } from "../manifest.js";
import type { Path } from "../path.js";
import { tagsOf } from "../tags.js";
import { type TextAt, variableTextsOf } from "../texts.js";
import { expressionVariables } from "./expression-variables.js";

/** A variable in a task or step. */
export interface CallVariable {
  readonly name: string;
  /** The tag, or the expression that contains it. */
  readonly tag: string;
  readonly path: Path;
  readonly isInExpression: boolean;
}

/** The variables of a task or step that are replaced before it starts; those of its hooks are replaced later. */
export function variablesOfCall(call: Call): readonly CallVariable[] {
  const known = variablesOfCalls.get(call);
  if (known !== undefined) return known;
  const { hooks: _, ...others } = call.value;
  const variables = variablesOfTexts(variableTextsOf(others, call.path));
  variablesOfCalls.set(call, variables);
  return variables;
}

const variablesOfCalls = new WeakMap<Call, readonly CallVariable[]>();

/** The variables of texts: those of plain tags and those in expressions. */
export function variablesOfTexts(texts: Iterable<TextAt>): CallVariable[] {
  const found: CallVariable[] = [];
  for (const text of texts) {
    const { path } = text;
    for (const { name, text: tag } of expressionVariables(text))
      found.push({ name, tag, path, isInExpression: true });
    if (!text.text.includes("{{")) continue;
    for (const { kind, content, text: tag } of tagsOf(text.text))
      if (kind === "variable") found.push({ name: content, tag, path, isInExpression: false });
  }
  return found;
}
