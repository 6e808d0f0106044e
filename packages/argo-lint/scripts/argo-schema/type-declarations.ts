import { allowedValues, emptyObjects, freeFormObjects, scalarTypes } from "./corrections.js";
import { commentLines, jsDoc } from "./field-comment.js";
import {
  argoPackage,
  type Definitions,
  definitionOf,
  kinds,
  referredName,
  type SchemaNode,
  sortedProperties,
} from "./published-schema.js";
import { reachableNames } from "./reachable.js";
import { shortNames } from "./short-names.js";

const itemName = `${argoPackage}Item`;

const preamble = `/** Any JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** Any JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** An object without properties: being there is all it says. */
export type EmptyObject = Readonly<Record<string, never>>;

/** Text with a part that Argo fills in when the workflow runs, such as "{{inputs.parameters.policy}}". */
export type Templated = \`\${string}{{\${string}}}\${string}\`;

/** One of the values that Argo or Kubernetes takes here, or text that becomes one when the workflow runs. */
export type OneOf<Value extends string> = Value | Templated;

/** A manifest that Argo Workflows reads. */
export type ArgoManifest =
${kinds.map((kind) => `  | ${kind}`).join("\n")};
`;

/**
 * TypeScript source with a type for each definition that a manifest can contain, formatted as Biome does.
 * \`status\` of the kinds is left out: the cluster writes it, not people.
 */
export function typeDeclarations(definitions: Definitions, header: string): string {
  const roots = kinds.map((kind) => argoPackage + kind);
  const fullNames = reachableNames(definitions, roots, isStatus);
  const names = shortNames(fullNames);
  const declarations = fullNames
    .map((fullName) => ({ fullName, name: known(names, fullName) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ fullName, name }) => declaration(fullName, name, definitionOf(definitions, fullName), names));
  return `${header}\n${[preamble, ...declarations].join("\n")}`;
}

/** Whether a property is the status of a kind. */
function isStatus(definition: SchemaNode, property: string): boolean {
  return property === "status" && definition["x-kubernetes-group-version-kind"] !== undefined;
}

function declaration(
  fullName: string,
  name: string,
  definition: SchemaNode,
  names: ReadonlyMap<string, string>,
): string {
  const comment = jsDoc(commentLines(definition));
  if (definition.properties === undefined) {
    return `${comment}export type ${name} = ${wholeType(fullName, definition, names)};\n`;
  }
  const fields = sortedProperties(definition)
    .filter(([property]) => !isStatus(definition, property))
    .map(([property, node]) => field(name, property, node, isRequired(definition, property), names));
  return `${comment}export interface ${name} {\n${fields.join("")}}\n`;
}

/** `kind` and `apiVersion` are required, although Argo's schema does not say so. */
function isRequired(definition: SchemaNode, property: string): boolean {
  const isConstant = definition.properties?.[property]?.const !== undefined;
  return isConstant || (definition.required ?? []).includes(property);
}

/** The type of a definition that lists no properties. */
function wholeType(fullName: string, definition: SchemaNode, names: ReadonlyMap<string, string>): string {
  const scalars = scalarTypes.get(fullName);
  if (scalars) return scalars.map((type) => (type === "integer" ? "number" : type)).join(" | ");
  if (fullName === itemName) return "JsonValue";
  if (freeFormObjects.has(fullName)) return "JsonObject";
  if (emptyObjects.has(fullName)) return "EmptyObject";
  return typeText(definition, names);
}

function field(
  owner: string,
  property: string,
  node: SchemaNode,
  required: boolean,
  names: ReadonlyMap<string, string>,
): string {
  const start = `  readonly ${propertyName(property)}${required ? "" : "?"}: `;
  const values = allowedValues
    .get(`${owner}.${property}`)
    ?.map((value) => JSON.stringify(value))
    .join(" | ");
  return (
    jsDoc(commentLines(node), "  ") +
    start +
    (values ? choice(start, node, values) : typeText(node, names)) +
    ";\n"
  );
}

/** The type of a field with allowed values, on three lines if one would be too long. */
function choice(start: string, node: SchemaNode, values: string): string {
  const [before, after] = node.type === "array" ? ["readonly OneOf<", ">[]"] : ["OneOf<", ">"];
  const line = `${before}${values}${after}`;
  return start.length + line.length < 110 ? line : `${before}\n    ${values}\n  ${after}`;
}

function typeText(node: SchemaNode, names: ReadonlyMap<string, string>): string {
  if (node.$ref !== undefined) return known(names, referredName(node.$ref));
  if (node.const !== undefined) return JSON.stringify(node.const);
  if (node.items) return `readonly ${typeText(node.items, names)}[]`;
  if (node.additionalProperties)
    return `Readonly<Record<string, ${typeText(node.additionalProperties, names)}>>`;
  switch (node.type) {
    case "integer":
      return "number";
    case "number":
    case "string":
    case "boolean":
      return node.type;
    default:
      throw new Error(`No type for ${JSON.stringify(node)}: add it to corrections.ts.`);
  }
}

function propertyName(property: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(property) ? property : JSON.stringify(property);
}

function known(names: ReadonlyMap<string, string>, fullName: string): string {
  const name = names.get(fullName);
  if (name === undefined) throw new Error(`${fullName} was not reached.`);
  return name;
}
