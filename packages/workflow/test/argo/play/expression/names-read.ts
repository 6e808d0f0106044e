import { type Node, parseExpression } from "./parse.js";

/**
 * The names that an expression requires, as paths: `tasks`, `tasks.a`, `tasks.a.status`. Argo waits until all of them are
 * known, even those of a branch that is not taken; members before `?.` and `??` are not required.
 */
export function namesRead(expression: string): string[] {
  const names = new Set<string>();
  walk(parseExpression(expression), new Set(), names);
  return [...names];
}

function walk(node: Node, guarded: ReadonlySet<Node>, names: Set<string>): void {
  switch (node.kind) {
    case "name":
      names.add(node.name);
      return;
    case "member": {
      const path = pathOf(node);
      if (path !== undefined && !guarded.has(node)) names.add(path);
      walk(node.of, node.optional ? new Set([...guarded, node.of]) : guarded, names);
      walk(node.key, guarded, names);
      return;
    }
    case "binary":
      walk(node.left, node.operator === "??" ? new Set([...guarded, ...members(node.left)]) : guarded, names);
      walk(node.right, guarded, names);
      return;
    default:
      for (const inner of childrenOf(node)) walk(inner, guarded, names);
  }
}

function childrenOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "call":
      return node.args;
    case "not":
    case "minus":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "choice":
      return [node.condition, node.yes, node.no];
    case "list":
      return node.items;
    case "object":
      return node.entries.map(([, value]) => value);
    case "member":
      return [node.of, node.key];
    default:
      return [];
  }
}

function members(node: Node): Node[] {
  const inner = childrenOf(node).flatMap(members);
  return node.kind === "member" ? [node, ...inner] : inner;
}

function pathOf(node: Node & { readonly kind: "member" }): string | undefined {
  if (node.optional || node.key.kind !== "literal" || typeof node.key.value !== "string") return undefined;
  const before =
    node.of.kind === "name" ? node.of.name : node.of.kind === "member" ? pathOf(node.of) : undefined;
  return before === undefined ? undefined : `${before}.${node.key.value}`;
}
