import { type Definitions, definitionOf, referredName, type SchemaNode } from "./published-schema.js";

/**
 * Full names of the roots and of all definitions that they refer to, sorted.
 * @param isSkipped whether not to follow a property of a definition
 */
export function reachableNames(
  definitions: Definitions,
  roots: readonly string[],
  isSkipped: (definition: SchemaNode, property: string) => boolean = () => false,
): readonly string[] {
  const found = new Set<string>();
  const follow = (node: SchemaNode): void => {
    if (node.$ref !== undefined) visit(referredName(node.$ref));
    for (const [property, inner] of Object.entries(node.properties ?? {})) {
      if (!isSkipped(node, property)) follow(inner);
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
