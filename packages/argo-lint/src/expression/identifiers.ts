import type { Expression, MemberNode } from "./ast.js";
import { nodesOf } from "./walk.js";

/**
 * The variables of an expression and the paths of members that it reads: `tasks.a.outputs` gives `tasks`, `tasks.a` and
 * `tasks.a.outputs`. Paths to the left of `??`, and before and after `?.`, are omitted, because they may be missing. A
 * property that is not a literal ends the path before it.
 *
 * @returns unique, parts before the whole
 * Source: getIdentifiers in util/template/expression_template.go of Argo
 */
export function identifiersOf(ast: Expression): string[] {
  const guarded = guardedMembers(ast);
  const found = new Set<string>();
  for (const node of nodesOf(ast)) {
    if (node.kind === "identifier") found.add(node.name);
    if (node.kind !== "member" || guarded.has(node)) continue;
    const path = memberPath(node);
    if (path !== undefined) found.add(path.join("."));
  }
  return [...found];
}

function guardedMembers(ast: Expression): ReadonlySet<Expression> {
  const guarded = new Set<Expression>();
  // The whole comes before its parts, so that guarded nodes are not walked again.
  for (const node of [...nodesOf(ast)].reverse()) {
    if (node.kind === "member" && node.isOptional) guarded.add(node.object);
    if (node.kind !== "binary" || node.operator !== "??" || guarded.has(node.left)) continue;
    for (const part of nodesOf(node.left)) guarded.add(part);
  }
  return guarded;
}

/** `["tasks", "a"]` of `tasks.a` and `tasks["a"]`; undefined if a part is not a literal, or optional. */
function memberPath(node: MemberNode): string[] | undefined {
  const path: string[] = [];
  for (let at: Expression = node; ; at = at.object) {
    if (at.kind === "identifier") return [at.name, ...path.reverse()];
    if (at.kind !== "member" || at.isOptional || at.property.kind !== "string") return undefined;
    path.push(at.property.value);
  }
}
