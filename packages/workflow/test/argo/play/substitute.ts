import { evaluate, functionNames } from "./expression/evaluate.js";
import { namesRead } from "./expression/names-read.js";
import { goJson, goQuoted } from "./go-text.js";
import { isKnown, nested, type Scope, textsOf } from "./scope.js";

/** A tag reads a value that will never be known: the controller would retry forever, and the workflow would hang. */
class Hanging extends Error {
  override name = "Hanging";
}

/**
 * Which tags must be replaced: none, those that read outputs of other tasks (except artifacts), or all. Other tags may
 * remain until later.
 */
export type Strictness = "none" | "tasks" | "all";

/** Names that exist only at certain times; an expression that reads one waits for it. */
const late = [
  "item",
  "retries",
  "lastRetry.exitCode",
  "lastRetry.status",
  "lastRetry.duration",
  "lastRetry.message",
  "workflow.status",
  "workflow.failures",
];

/** Replaces the tags in a value. As in Argo, this is done in the value's JSON, so a text can break it. */
export function substitute(value: unknown, scope: Scope, strictness: Strictness): unknown {
  const text = goJson(value);
  const replaced = replaceTags(text, scope, strictness);
  try {
    return JSON.parse(replaced);
  } catch {
    throw new Error("cannot finish template replacement because the result was invalid JSON");
  }
}

function replaceTags(text: string, scope: Scope, strictness: Strictness): string {
  const environment = nested(scope);
  const texts = textsOf(scope);
  let result = "";
  let at = 0;
  for (;;) {
    const start = text.indexOf("{{", at);
    const end = start < 0 ? -1 : text.indexOf("}}", start + 2);
    if (end < 0) return result + text.slice(at);
    const tag = text.slice(start + 2, end);
    result += text.slice(at, start);
    result += tag.startsWith("=")
      ? replaceExpression(tag.slice(1), environment, strictness)
      : replaceName(tag, texts, strictness);
    at = end + 2;
  }
}

function replaceName(
  tag: string,
  texts: Readonly<Record<string, string | null>>,
  strictness: Strictness,
): string {
  const name = tag.trim();
  const value = lookUp(texts, name);
  if (value === null) throw new Error(`unable to substitute {{${tag}}}: output is an absent optional`);
  if (value !== undefined) return goQuoted(value);
  const inner = tag.lastIndexOf("{{");
  const innerValue = inner > 0 ? lookUp(texts, tag.slice(inner + 2)) : undefined;
  if (typeof innerValue === "string") return `{{${tag.slice(0, inner)}${goQuoted(innerValue)}`;
  const mayStay = strictness !== "all" && name.includes(".outputs.artifacts.");
  if (isStrict(name, strictness) && !mayStay) throw missing(`failed to resolve {{${tag}}}`, strictness);
  return `{{${tag}}}`;
}

function lookUp(texts: Readonly<Record<string, string | null>>, name: string): string | null | undefined {
  return Object.hasOwn(texts, name) ? texts[name] : undefined;
}

function replaceExpression(
  inJson: string,
  environment: Readonly<Record<string, unknown>>,
  strictness: Strictness,
): string {
  const unchanged = `{{=${inJson}}}`;
  let expression: string;
  let unknown: string[];
  try {
    expression = JSON.parse(`"${inJson}"`);
    unknown = namesRead(expression).filter(
      (name) => !isKnown(environment, name) && !functionNames.some((known) => known === name),
    );
  } catch (error) {
    if (strictness === "none") return unchanged;
    throw error;
  }
  const needed = unknown.find((name) => isStrict(name, strictness));
  if (needed !== undefined) throw missing(`failed to evaluate expression: ${needed} is missing`, strictness);
  const mayStay = unknown.length > 0 || strictness === "none";
  if (mayStay && unknown.some((name) => late.includes(name))) return unchanged;
  let result: unknown;
  try {
    result = evaluate(expression, environment);
  } catch (error) {
    if (mayStay) return unchanged;
    throw error;
  }
  if (result === null || result === undefined) {
    if (mayStay) return unchanged;
    throw new Error(`failed to evaluate expression ${expression}`);
  }
  const json = goJson(result);
  return typeof result === "string" ? json.slice(1, -1) : goQuoted(json);
}

function isStrict(name: string, strictness: Strictness): boolean {
  if (strictness === "tasks") return /^(tasks|steps)(\.|$)/.test(name);
  return strictness === "all";
}

function missing(message: string, strictness: Strictness): Error {
  return strictness === "tasks"
    ? new Hanging(`${message}: the workflow would hang for ever`)
    : new Error(message);
}
