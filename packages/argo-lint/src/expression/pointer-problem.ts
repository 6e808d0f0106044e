import type { Expression } from "./ast.js";
import { nodesOf } from "./walk.js";

/** A `#name` that expr refuses when it compiles the expression. */
export function pointerProblem(ast: Expression): { message: string; offset: number } | undefined {
  for (const node of nodesOf(ast)) {
    if (node.kind !== "pointer" || ["", "acc", "index"].includes(node.name)) continue;
    return { message: `a closure has #, #index and #acc, not #${node.name}`, offset: node.start };
  }
  return undefined;
}
