import type { AnyNode, CallExpression, Expression, Literal, TemplateElement } from "acorn";
import type { FunctionNode } from "./parse-function.js";
import { isNode } from "./syntax-tree.js";

/**
 * Rewrites a function in place to a form that is the same for every transpiler: without the helpers that esbuild, tsx and
 * Vite insert, and with one spelling where they choose different ones.
 */
export function toPlainSyntax(fn: FunctionNode): FunctionNode {
  rewriteChildren(fn);
  return fn;
}

function rewriteChildren(node: AnyNode): void {
  for (const [key, value] of Object.entries(node) as [string, unknown][]) {
    if (Array.isArray(value)) {
      const kept = isList(node, key) ? value.filter((item) => !isNoise(item)) : value;
      replace(
        node,
        key,
        kept.map((item) => (isNode(item) ? rewrite(item) : item)),
      );
    } else if (node.type === "TaggedTemplateExpression" && key === "quasi") {
      // A tag function may read the raw text.
      rewriteChildren(node.quasi);
    } else if (isNode(value)) {
      replace(node, key, rewrite(value));
    }
  }
}

function replace(node: object, key: string, value: unknown): void {
  Object.assign(node, { [key]: value });
}

/** Whether a property is a list of statements or class members, from which one can be removed. */
function isList(node: AnyNode, key: string): boolean {
  return key === "body" || (node.type === "SwitchCase" && key === "consequent");
}

/** Empty statements, directives and calls of esbuild's `__name`, which sets a function's `name`. */
function isNoise(node: unknown): boolean {
  if (!isNode(node)) return false;
  if (node.type === "EmptyStatement") return true;
  if (node.type === "StaticBlock") return node.body.length > 0 && node.body.every(isNoise);
  return node.type === "ExpressionStatement" && (node.directive !== undefined || isNaming(node.expression));
}

function isNaming(node: AnyNode): node is CallExpression {
  return (
    node.type === "CallExpression" && isIdentifier(node.callee, /^__name\d*$/) && node.arguments.length === 2
  );
}

function isIdentifier(node: AnyNode, name: RegExp): boolean {
  return node.type === "Identifier" && name.test(node.name);
}

function rewrite(node: AnyNode): AnyNode {
  rewriteChildren(node);
  switch (node.type) {
    case "CallExpression":
      return rewriteCall(node);
    case "UnaryExpression":
      return rewriteUnary(node.operator, node.argument) ?? node;
    case "TemplateLiteral": {
      const [only] = node.quasis;
      if (node.expressions.length === 0 && only !== undefined) return literal(node, cookedText(only));
      for (const part of node.quasis) part.value.raw = templateText(cookedText(part));
      return node;
    }
    case "BinaryExpression": {
      const { left, operator, right } = node;
      const texts = operator === "+" && isText(left) && isText(right);
      return texts ? literal(node, `${left.value}${right.value}`) : node;
    }
    case "MemberExpression":
      if (node.computed && isText(node.property) && isIdentifierName(node.property.value)) {
        node.property = identifier(node.property, node.property.value);
        node.computed = false;
      }
      return node;
    case "Property":
      if (isText(node.key) && isIdentifierName(node.key.value) && node.key.value !== "__proto__") {
        node.key = identifier(node.key, node.key.value);
        node.computed = false;
      }
      return node;
    default:
      return node;
  }
}

function rewriteCall(node: CallExpression): AnyNode {
  const { callee, arguments: given } = node;
  const [first, second] = given;
  if (isNaming(node) && first !== undefined) return first;
  // Vite's replacement for import(…).
  if (isIdentifier(callee, /^__vite_ssr_dynamic_import__$/) && first !== undefined)
    return dynamicImport(node, first);
  const isThen =
    callee.type === "MemberExpression" && isIdentifier(callee.property, /^then$/) && second === undefined;
  if (!isThen || first?.type !== "ArrowFunctionExpression") return node;
  // tsx appends this to import(…), so that a CommonJS module looks like an ES module.
  if (callee.object.type === "ImportExpression" && containsLiteral(first, "__esModule")) return callee.object;
  // esbuild's replacement for import(…) in a CommonJS bundle: Promise.resolve().then(() => __toESM(require("node:fs"))).
  const wrapped = first.body.type === "CallExpression" ? first.body : undefined;
  const [required] =
    wrapped !== undefined && isIdentifier(wrapped.callee, /^__toESM\d*$/) ? wrapped.arguments : [wrapped];
  const isRequire = required?.type === "CallExpression" && isIdentifier(required.callee, /^require$/);
  const [specifier] = isRequire && callee.object.type === "CallExpression" ? required.arguments : [];
  return specifier === undefined ? node : dynamicImport(node, specifier);
}

function rewriteUnary(operator: string, argument: Expression): AnyNode | undefined {
  if (argument.type !== "Literal") return undefined;
  if (operator === "void" && argument.value === 0) return identifier(argument, "undefined");
  if (operator === "!" && (argument.value === 0 || argument.value === 1))
    return literal(argument, argument.value === 0);
  return undefined;
}

/** In a template without a tag `cooked` is always set: an invalid escape would be a syntax error. */
function cookedText({ value }: TemplateElement): string {
  return value.cooked ?? value.raw;
}

/** Escapes a text for a template literal: line feeds stay, and `{{` is escaped, because Argo would replace it. */
function templateText(text: string): string {
  return text
    .replace(/[\\`]|\$(?=\{)|\$$/g, (character) => `\\${character}`)
    .replace(
      /(?!\n)[\p{Cc}\p{Cs}\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
    .replace(/\{(?=\{)/g, "\\u{7b}");
}

function containsLiteral(node: AnyNode, text: string): boolean {
  if (node.type === "Literal") return node.value === text;
  return Object.values(node).some((value: unknown) =>
    (Array.isArray(value) ? value : [value]).some((item) => isNode(item) && containsLiteral(item, text)),
  );
}

function isText(node: AnyNode): node is Literal & { value: string } {
  return node.type === "Literal" && typeof node.value === "string";
}

function isIdentifierName(text: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(text);
}

function literal({ start, end }: AnyNode, value: string | boolean): Literal {
  return { type: "Literal", start, end, value };
}

function identifier({ start, end }: AnyNode, name: string): AnyNode & { type: "Identifier"; name: string } {
  return { type: "Identifier", start, end, name };
}

function dynamicImport({ start, end }: AnyNode, source: AnyNode): AnyNode {
  // The argument of a call that replaces import(…) is an expression, never a spread.
  return { type: "ImportExpression", start, end, source: source as Expression, options: null };
}
