import { goJson } from "../go-text.js";
import { type Node, parseExpression } from "./parse.js";

/** The values of names. */
export type Environment = Readonly<Record<string, unknown>>;

/** Functions that Argo adds to the language; their names are known names. */
export const functionNames = ["asInt", "asFloat", "toJson"] as const;

/** Evaluates an expression. @throws {Error} as Argo would, for example for a member of null */
export function evaluate(expression: string, environment: Environment): unknown {
  return resultOf(parseExpression(expression), { environment });
}

interface Scope {
  readonly environment: Environment;
  readonly item?: { readonly value: unknown; readonly index: number };
}

/** Ends a chain of members at a `?.` that found nothing. */
const nothing = Symbol("nothing");

function resultOf(node: Node, scope: Scope): unknown {
  const value = chained(node, scope);
  return value === nothing ? null : value;
}

function chained(node: Node, scope: Scope): unknown {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "name":
      if (!(node.name in scope.environment)) throw new Error(`unknown name ${node.name}`);
      return scope.environment[node.name];
    case "pointer":
      if (scope.item === undefined) throw new Error("# outside of a closure");
      return node.name === "index" ? scope.item.index : scope.item.value;
    case "member":
      return memberOf(node, scope);
    case "call":
      return call(node.callee, node.args, scope);
    case "not":
      return !boolean(resultOf(node.operand, scope));
    case "minus":
      return -number(resultOf(node.operand, scope));
    case "binary":
      return binary(node.operator, node.left, node.right, scope);
    case "choice":
      return boolean(resultOf(node.condition, scope)) ? resultOf(node.yes, scope) : resultOf(node.no, scope);
    case "list":
      return node.items.map((item) => resultOf(item, scope));
    case "object":
      return Object.fromEntries(node.entries.map(([key, value]) => [key, resultOf(value, scope)]));
  }
}

function memberOf(node: Node & { readonly kind: "member" }, scope: Scope): unknown {
  const of = chained(node.of, scope);
  if (of === nothing) return nothing;
  const key = resultOf(node.key, scope);
  if (of === null || of === undefined) {
    if (node.optional) return nothing;
    throw new Error(`cannot fetch ${String(key)} from nil`);
  }
  if (Array.isArray(of) && typeof key === "number") {
    if (key >= of.length) throw new Error(`index ${key} out of range`);
    return of[key];
  }
  if (typeof of !== "object" || Array.isArray(of))
    throw new Error(`cannot fetch ${String(key)} from ${typeof of}`);
  const found = Object.entries(of).find(([name]) => name === key);
  return found?.[1] ?? null;
}

function binary(operator: string, left: Node, right: Node, scope: Scope): unknown {
  const first = resultOf(left, scope);
  switch (operator) {
    case "??":
      return first ?? resultOf(right, scope);
    case "&&":
      return boolean(first) && boolean(resultOf(right, scope));
    case "||":
      return boolean(first) || boolean(resultOf(right, scope));
  }
  const second = resultOf(right, scope);
  switch (operator) {
    case "==":
      return equal(first, second);
    case "!=":
      return !equal(first, second);
    case "in":
      return Array.isArray(second) && second.some((item) => equal(first, item));
    case "matches":
      if (typeof first !== "string" || typeof second !== "string")
        throw new Error("matches of what is no string");
      return new RegExp(second).test(first);
    case "<":
      return number(first) < number(second);
    case "<=":
      return number(first) <= number(second);
    case ">":
      return number(first) > number(second);
    case ">=":
      return number(first) >= number(second);
    case "+":
      return typeof first === "string" && typeof second === "string"
        ? first + second
        : number(first) + number(second);
    case "-":
      return number(first) - number(second);
    case "*":
      return number(first) * number(second);
    case "/":
      return number(first) / number(second);
  }
  throw new Error(`the operator ${operator} is not played`);
}

function call(callee: string, args: readonly Node[], scope: Scope): unknown {
  const [first, second] = args;
  if (first === undefined) throw new Error(`${callee} without an argument`);
  const value = resultOf(first, scope);
  switch (callee) {
    case "asInt":
    case "int":
      return asInt(value);
    case "asFloat":
    case "float":
      return asFloat(value);
    case "toJson":
    case "toJSON":
      return goJson(value);
    case "fromJSON":
      if (typeof value !== "string") throw new Error("fromJSON of what is no string");
      return JSON.parse(value);
    case "len":
      if (!Array.isArray(value)) throw new Error("len of what is no list");
      return value.length;
    case "string":
      return textOf(value);
    case "type":
      return typeName(value);
    case "replace": {
      const [text, from, to] = args.map((each) => resultOf(each, scope));
      if (typeof text !== "string" || typeof from !== "string" || typeof to !== "string")
        throw new Error("replace of what is no string");
      return text.split(from).join(to);
    }
    case "toPairs":
      if (typeof value !== "object" || value === null || Array.isArray(value))
        throw new Error("toPairs of what is no map");
      return Object.entries(value);
    case "filter":
      if (!Array.isArray(value) || second === undefined) throw new Error("filter of what is no list");
      return value.filter((item: unknown, index) =>
        boolean(resultOf(second, { ...scope, item: { value: item, index } })),
      );
    case "map": {
      if (!Array.isArray(value) || second === undefined) throw new Error("map of what is no list");
      return value.map((item: unknown, index) =>
        resultOf(second, { ...scope, item: { value: item, index } }),
      );
    }
  }
  throw new Error(`the function ${callee} is not played`);
}

function asInt(value: unknown): number {
  if (typeof value === "number") return Math.trunc(value);
  if (typeof value === "string" && /^[+-]?\d+$/.test(value)) return Number(value);
  throw new Error(`invalid operation: int(${goJson(value)})`);
}

function asFloat(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(value))
    return Number(value);
  throw new Error(`invalid operation: float(${goJson(value)})`);
}

/** A value as a text: a string unchanged, any other value as JSON. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : goJson(value);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "nil";
  if (Array.isArray(value)) return "array";
  if (typeof value === "object") return "map";
  if (typeof value === "boolean") return "bool";
  return typeof value === "number" ? "float" : typeof value;
}

function equal(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object") return a === b;
  return goJson(a) === goJson(b);
}

function boolean(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new Error(`expected a boolean, found ${goJson(value)}`);
}

function number(value: unknown): number {
  if (typeof value === "number") return value;
  throw new Error(`expected a number, found ${goJson(value)}`);
}
