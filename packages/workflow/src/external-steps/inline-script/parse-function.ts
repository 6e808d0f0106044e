import {
  type AnyNode,
  type ArrowFunctionExpression,
  type Expression,
  type FunctionExpression,
  parseExpressionAt,
} from "acorn";
import { DefinitionError } from "../../definition/errors.js";

export type FunctionNode = FunctionExpression | ArrowFunctionExpression;

/**
 * The syntax tree of a function that was written as an arrow function, a function or a method.
 * @param where names the script in messages
 * @throws {DefinitionError} if the function has no source, or is not a plain function
 */
export function parseFunction(where: string, fn: (...args: never[]) => unknown): FunctionNode {
  const text = Function.prototype.toString.call(fn);
  if (/\{\s*\[native code\]\s*\}$/.test(text)) {
    throw new DefinitionError(
      `${where}: its function is native or bound, so that it has no source. Write the function out.`,
    );
  }
  const found = functionIn(parse(`(${text})`) ?? parse(`({${text}})`));
  if (found === undefined) {
    throw new DefinitionError(
      `${where}: its function could not be read. Write it as (inputs) => …, function (inputs) {…} or run(inputs) {…}, in strict mode and without super or new.target.`,
    );
  }
  if (found.generator) {
    throw new DefinitionError(
      `${where}: its function is a generator. Return the result instead of yielding it.`,
    );
  }
  return found;
}

function parse(text: string): Expression | undefined {
  try {
    return parseExpressionAt(text, 0, { ecmaVersion: "latest", sourceType: "module" });
  } catch {
    return undefined;
  }
}

function functionIn(node: AnyNode | undefined): FunctionNode | undefined {
  if (node?.type === "ArrowFunctionExpression" || node?.type === "FunctionExpression") return node;
  // A method is parsed as the only property of an object.
  const [property] = node?.type === "ObjectExpression" ? node.properties : [];
  return property?.type === "Property" && property.method ? functionIn(property.value) : undefined;
}
