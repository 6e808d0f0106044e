import type { AnyNode, AssignmentProperty, Literal, Property, TemplateLiteral } from "acorn";
import { baseGenerator, generate, type State } from "astring";
import type { FunctionNode } from "./parse-function.js";

/** Prints a function as an expression. Equal syntax trees result in the same source. */
export function printFunction(fn: FunctionNode): string {
  return print(fn, 0);
}

function print(node: AnyNode, startingIndentLevel: number): string {
  // acorn and astring declare different types for the same trees.
  return generate(node as Parameters<typeof generate>[0], {
    generator: generator as unknown as typeof baseGenerator,
    startingIndentLevel,
  });
}

const generator = {
  ...baseGenerator,

  Literal(node: Literal, state: State): void {
    state.write(literalText(node));
  },

  Property(node: Property | AssignmentProperty, state: State): void {
    const property = { ...node, shorthand: isShort(node) };
    baseGenerator.Property.call(this, property as Parameters<typeof baseGenerator.Property>[0], state);
  },

  TemplateLiteral(node: TemplateLiteral, state: State): void {
    state.write("`");
    for (const [index, { value }] of node.quasis.entries()) {
      state.write(value.raw);
      const expression = node.expressions[index];
      if (expression === undefined) continue;
      const text = print(expression, state.indentLevel);
      state.write(text.startsWith("{") ? `\${(${text})}` : `\${${text}}`);
    }
    state.write("`");
  },

  TemplateElement(): void {},
};

function literalText({ value, regex, bigint }: Literal): string {
  if (regex !== undefined) return `/${regex.pattern}/${regex.flags}`;
  if (bigint !== undefined) return `${bigint}n`;
  return typeof value === "string" ? textLiteral(value) : String(value);
}

/** A text in double quotes. Invisible characters are escaped, and so is `{{`, because Argo would replace it. */
function textLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(
      /[\p{Cc}\p{Cs}\u00a0\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/gu,
      (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`,
    )
    .replace(/\{(?=\{)/g, "\\u007b");
}

/** Whether `{ rate: rate }` can be written as `{ rate }`. For `__proto__` the two have different meanings. */
function isShort({ key, value, kind, computed, method }: Property | AssignmentProperty): boolean {
  if (computed || method || kind !== "init" || key.type !== "Identifier" || key.name === "__proto__")
    return false;
  const named = value.type === "AssignmentPattern" ? value.left : value;
  return named.type === "Identifier" && named.name === key.name;
}
