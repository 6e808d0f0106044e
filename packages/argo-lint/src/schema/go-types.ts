import manifestSchema from "../argo-schema/argo-workflows.schema.json" with { type: "json" };
import type { Kind } from "../model/manifest.js";
import type { GoType } from "./go-type.js";
import {
  comparedValues,
  freeValues,
  otherValues,
  ownFields,
  ownTypes,
  shortIntegers,
  unsignedIntegers,
} from "./go-type-overrides.js";

/** A property in the generated schema. */
interface SchemaNode {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly const?: string;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly anyOf?: readonly { readonly enum?: readonly string[]; readonly pattern?: string }[];
}

const prefix = "#/definitions/";
// JSON modules have no literal types: the compiler takes "object" for any string.
const definitions = manifestSchema.definitions as Readonly<Record<string, SchemaNode>>;
const known = new Map<string, GoType>();

/** The type that Argo reads a manifest of a kind into. */
export function goTypeOf(kind: Kind): GoType {
  return namedType(`io.argoproj.workflow.v1alpha1.${kind}`);
}

/** Types are recursive (a template's tasks contain templates), so their fields are added after they are registered. */
function namedType(name: string): GoType {
  const found = known.get(name);
  if (found !== undefined) return found;
  const short = name.slice(name.lastIndexOf(".") + 1);
  const schema = definitions[name] ?? {};
  const own = ownTypes.get(short);
  if (own !== undefined || schema.type !== "object") {
    const type = own ?? asSteps(short, typeOf(schema, short));
    known.set(name, type);
    return type;
  }
  const fields = new Map<string, GoType>();
  const struct: GoType = { kind: "struct", name: short, fields };
  known.set(name, struct);
  for (const [field, node] of Object.entries(schema.properties ?? {})) {
    const path = `${short}.${field}`;
    fields.set(field, ownFields.get(path) ?? typeOf(node, path));
  }
  return struct;
}

function asSteps(name: string, type: GoType): GoType {
  return name === "ParallelSteps" && type.kind === "list" ? { kind: "steps", of: type.of } : type;
}

function typeOf(node: SchemaNode, path: string): GoType {
  if (node.$ref !== undefined) return namedType(node.$ref.slice(prefix.length));
  switch (node.type) {
    case "string":
      return textType(node, path);
    case "boolean":
      return { kind: "boolean" };
    case "integer":
      return {
        kind: "integer",
        bits: shortIntegers.has(path) ? 32 : 64,
        signed: !unsignedIntegers.has(path),
      };
    case "array":
      return { kind: "list", of: typeOf(node.items ?? {}, path) };
    case "object":
      return typeof node.additionalProperties === "object"
        ? { kind: "map", of: typeOf(node.additionalProperties, path) }
        : { kind: "anything" };
    default:
      return { kind: "anything" };
  }
}

function textType({ anyOf }: SchemaNode, path: string): GoType {
  const known = anyOf?.flatMap((alternative) => alternative.enum ?? []);
  if (known === undefined || otherValues.has(path)) return { kind: "text" };
  if (comparedValues.has(path)) return { kind: "text", values: { known, refusedBy: "argo lint" } };
  return { kind: "text", values: { known, refusedBy: freeValues.has(path) ? "nobody" : "controller" } };
}
