import { allowedValues, emptyObjects, freeFormObjects, scalarTypes } from "./corrections.js";
import {
  argoPackage,
  type Definitions,
  definitionOf,
  kinds,
  type SchemaNode,
  sortedProperties,
} from "./published-schema.js";
import { reachableNames } from "./reachable.js";
import { shortNames } from "./short-names.js";

export type Json = string | boolean | readonly Json[] | { readonly [key: string]: Json };

/**
 * The JSON schema of the five kinds, made strict: an object takes no property that its definition does not list,
 * `apiVersion` and `kind` are required, and a field with fixed values takes one of them or text with `{{…}}`.
 */
export function manifestSchema(
  definitions: Definitions,
  notice: readonly string[],
  argoVersion: string,
): Json {
  const roots = kinds.map((kind) => argoPackage + kind);
  const fullNames = reachableNames(definitions, roots);
  const names = shortNames(fullNames);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    "x-notice": notice,
    "x-argo-version": argoVersion,
    oneOf: roots.map((root) => ({ $ref: `#/definitions/${root}` })),
    definitions: Object.fromEntries(
      fullNames.map((fullName) => {
        const definition = definitionOf(definitions, fullName);
        return [fullName, strictDefinition(fullName, names.get(fullName) ?? fullName, definition)];
      }),
    ),
  };
}

function strictDefinition(fullName: string, name: string, definition: SchemaNode): Json {
  const scalars = scalarTypes.get(fullName);
  if (scalars) return { type: scalars };
  if (emptyObjects.has(fullName)) return { type: "object", additionalProperties: false };
  if (freeFormObjects.has(fullName)) return { type: "object" };
  return strict(definition, name);
}

function strict(node: SchemaNode, owner: string): Json {
  const properties = sortedProperties(node);
  const constants = properties.filter(([, inner]) => inner.const !== undefined).map(([property]) => property);
  const required = [...new Set([...constants, ...(node.required ?? [])])].sort();
  const isClosed = node.properties !== undefined && node["x-kubernetes-preserve-unknown-fields"] !== true;
  return {
    ...(node.type && { type: node.type }),
    ...(node.$ref !== undefined && { $ref: node.$ref }),
    ...(node.const !== undefined && { const: node.const }),
    ...(required.length > 0 && { required }),
    ...(node.properties && {
      properties: Object.fromEntries(
        properties.map(([property, inner]) => [property, strictField(inner, `${owner}.${property}`)]),
      ),
    }),
    ...(node.items && { items: strict(node.items, owner) }),
    ...(node.additionalProperties && { additionalProperties: strict(node.additionalProperties, owner) }),
    ...(isClosed && { additionalProperties: false }),
  };
}

function strictField(node: SchemaNode, field: string): Json {
  const values = allowedValues.get(field);
  if (values === undefined) return strict(node, field);
  const choice = { type: "string", anyOf: [{ enum: values }, { pattern: "\\{\\{" }] };
  return node.type === "array" ? { type: "array", items: choice } : choice;
}
