import type { Expression } from "./ast.js";

/** The children of a node, in the order of the text. */
function partsOf(node: Expression): readonly Expression[] {
  switch (node.kind) {
    case "nil":
    case "boolean":
    case "integer":
    case "float":
    case "string":
    case "identifier":
    case "pointer":
      return [];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "comparisons":
      return node.operands;
    case "member":
      return [node.object, node.property];
    case "chain":
      return [node.of];
    case "slice":
      return present([node.object, node.from, node.to]);
    case "call":
      return [node.callee, ...node.arguments];
    case "builtin":
      return node.arguments;
    case "closure":
      return [node.body];
    case "conditional":
      return present([node.condition, node.consequent, node.alternative]);
    case "let":
      return [node.value, node.body];
    case "sequence":
    case "array":
      return node.items;
    case "map":
      return node.entries.flatMap(({ key, value }) => [key, value]);
  }
}

/** A node and all its descendants; children come before their parent. */
export function* nodesOf(root: Expression): Generator<Expression> {
  const all: Expression[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    all.push(node);
    waiting.push(...partsOf(node));
  }
  yield* all.reverse();
}

function present(nodes: readonly (Expression | undefined)[]): Expression[] {
  return nodes.filter((node) => node !== undefined);
}
