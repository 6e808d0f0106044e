import { type Definitions, definitionOf, referredName, type SchemaNode } from "./published-schema.js";

/**
 * Full names of the roots and of all that they refer to, sorted.
 * @param leftOut says which property of which definition is not followed
 */
export function reachableNames(
  definitions: Definitions,
  roots: readonly string[],
  leftOut: (definition: SchemaNode, property: string) => boolean = () => false,
): readonly string[] {
  const found = new Set<string>();
  const follow = (node: SchemaNode): void => {
    if (node.$ref !== undefined) visit(referredName(node.$ref));
    for (const [property, inner] of Object.entries(node.properties ?? {})) {
      if (!leftOut(node, property)) follow(inner);
    }
    if (node.items) follow(node.items);
    if (node.additionalProperties) follow(node.additionalProperties);
  };
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    follow(definitionOf(definitions, name));
  };
  roots.forEach(visit);
  return [...found].sort();
}
