import { isObject, type JsonObject, type JsonValue, setField } from "../model/json.js";
import type { Kind } from "../model/manifest.js";
import type { Path } from "../model/path.js";
import type { GoType, Values } from "./go-type.js";
import { goTypeOf } from "./go-types.js";
import { nullProblem } from "./nulls.js";
import { described, scalarProblem } from "./scalars.js";
import { type Around, unknownFieldAdvice } from "./unknown-field-advice.js";

/** A place where a manifest does not match Argo's types. */
export interface ShapeProblem {
  readonly kind:
    | "unknown-field"
    /** Argo does not know the field either, but silently ignores it. */
    | "ignored-field"
    | "wrong-type"
    /** Argo reads an empty string instead. */
    | "lost-value"
    | "null-value"
    | "wrong-value";
  readonly at: Path;
  readonly message: string;
  readonly fix: string;
  /** Of a wrong value. */
  readonly refusedBy?: Values["refusedBy"];
}

export interface Shape {
  readonly problems: readonly ShapeProblem[];
  /** The manifest without nulls; undefined if a value has the wrong type, so that nothing else can be checked. */
  readonly value: JsonObject | undefined;
}

/**
 * Compares a manifest with the types that Argo reads it into, as Go's JSON decoder does: unknown fields and wrong types are
 * problems, missing fields are not, and null counts as missing.
 * Source: ParseObjects in workflow/common/parse.go, UnmarshalStrict of sigs.k8s.io/json.
 */
export function checkShape(kind: Kind, value: JsonObject): Shape {
  const walker = new Walker();
  const read = walker.read(goTypeOf(kind), value, { at: [], around: [], lenient: false });
  const failed = walker.problems.some((problem) => problem.kind === "wrong-type");
  return { problems: walker.problems, value: failed || !isObject(read) ? undefined : read };
}

interface Place {
  readonly at: Path;
  /** The enclosing structs, outermost first. */
  readonly around: readonly Around[];
  /** Inside a step, Argo's decoder is not strict: it ignores unknown fields. */
  readonly lenient: boolean;
}

class Walker {
  readonly problems: ShapeProblem[] = [];

  /** The value as Argo reads it; undefined for null. */
  read(type: GoType, value: JsonValue, place: Place): JsonValue | undefined {
    switch (type.kind) {
      case "anything":
        return value;
      case "struct":
        return value === null ? undefined : this.#struct(type, value, place);
      case "list":
        return value === null ? undefined : this.#list(type.of, value, place);
      case "steps":
        return value === null ? [] : this.#steps(type.of, value, place);
      case "map":
        return value === null ? undefined : this.#map(type.of, value, place);
      case "plugin":
        return value === null ? undefined : this.#plugin(value, place);
      default:
        return value === null ? undefined : this.#scalar(type, value, place);
    }
  }

  #struct(type: Extract<GoType, { kind: "struct" }>, value: JsonValue, place: Place): JsonValue | undefined {
    if (!isObject(value)) return this.#wrongType("a map of fields", value, place, "Write fields here.");
    const read: Record<string, JsonValue> = {};
    for (const [name, item] of Object.entries(value)) {
      const at = [...place.at, name];
      const field = type.fields.has(name) ? name : this.#unknownField(name, type, value, { ...place, at });
      const fieldType = field === undefined ? undefined : type.fields.get(field);
      if (field === undefined || fieldType === undefined) continue;
      if (item === null) this.#null(nullProblem(name, fieldType), at);
      const around = [...place.around, { struct: type, key: name }];
      const inside = this.read(fieldType, item, { ...place, at, around });
      if (inside !== undefined) read[field] = inside;
    }
    return read;
  }

  /** The field that Argo nevertheless reads it as, if any. */
  #unknownField(
    name: string,
    type: Extract<GoType, { kind: "struct" }>,
    value: JsonObject,
    { at, around, lenient }: Place,
  ): string | undefined {
    const ignored = lenient && type.name !== "WorkflowStep";
    const message = `Unknown field "${name}"${around.length === 0 ? "" : ` in ${whereabouts(at)}`}.`;
    const same = ignored
      ? [...type.fields.keys()].find((known) => known.toLowerCase() === name.toLowerCase())
      : undefined;
    this.problems.push({
      kind: ignored ? "ignored-field" : "unknown-field",
      at,
      message: ignored && same === undefined ? `${message} Argo silently ignores it.` : message,
      fix: unknownFieldAdvice(name, type, value, around),
    });
    return same;
  }

  #list(of: GoType, value: JsonValue, place: Place): JsonValue | undefined {
    if (!Array.isArray(value))
      return this.#wrongType(
        "a list",
        value,
        place,
        "Write each item on its own line, beginning with a dash.",
      );
    const items: readonly JsonValue[] = value;
    return items.map((item, i) => {
      const at = [...place.at, i];
      if (item === null) this.#null({ message: "This item of the list is empty.", fix: fixOfNull(of) }, at);
      const read = this.read(of, item, { ...place, at });
      return read === undefined ? zeroOf(of) : read;
    });
  }

  /** A group of parallel steps. Argo reads it with its own decoder, which is strict only for the fields of a step. */
  #steps(of: GoType, value: JsonValue, place: Place): JsonValue | undefined {
    if (Array.isArray(value)) return this.#list(of, value, { ...place, lenient: true });
    return this.#wrongType(
      "a list of steps that run in parallel",
      value,
      place,
      "Begin the step with `- -`.",
    );
  }

  #map(of: GoType, value: JsonValue, place: Place): JsonValue | undefined {
    if (!isObject(value)) return this.#wrongType("a map", value, place, "Write `name: value` here.");
    const read: Record<string, JsonValue> = {};
    for (const [name, item] of Object.entries(value)) {
      const at = [...place.at, name];
      const inside = this.read(of, item, { ...place, at });
      if (item === null) this.#null({ message: `"${name}" has no value.`, fix: fixOfNull(of) }, at);
      setField(read, name, inside === undefined ? zeroOf(of) : inside);
    }
    return read;
  }

  #plugin(value: JsonValue, place: Place): JsonValue | undefined {
    if (isObject(value)) return value;
    return this.#wrongType("a map with one key", value, place, "Write the plugin's name as the only key.");
  }

  #scalar(type: GoType, value: JsonValue, place: Place): JsonValue | undefined {
    const fault = scalarProblem(type, value);
    if (fault?.lost === true) {
      const { at } = place;
      const message = `${subject(at)} must be ${fault.expected}, but is ${described(value)}: Argo reads an empty string.`;
      this.problems.push({ kind: "lost-value", at, message, fix: fault.fix });
      return "";
    }
    if (fault !== undefined) return this.#wrongType(fault.expected, value, place, fault.fix);
    if (type.kind === "text" && type.values !== undefined) this.#values(type.values, String(value), place);
    return type.kind === "any-text" ? String(value) : value;
  }

  #values({ known, refusedBy }: Values, value: string, { at }: Place): void {
    if (value === "" || known.includes(value) || (refusedBy !== "argo lint" && value.includes("{{"))) return;
    const near = known.find((one) => one.toLowerCase() === value.toLowerCase());
    this.problems.push({
      kind: "wrong-value",
      at,
      message: `${subject(at)} must be one of ${known.join(", ")}, but is ${described(value).slice("the string ".length)}.`,
      fix: near === undefined ? "Write one of these." : `Write ${near}.`,
      refusedBy,
    });
  }

  #wrongType(expected: string, value: JsonValue, { at }: Place, fix: string): undefined {
    const message = `${subject(at)} must be ${expected}, but is ${described(value)}.`;
    this.problems.push({ kind: "wrong-type", at, message, fix });
  }

  #null(fault: { readonly message: string; readonly fix: string } | undefined, at: Path): void {
    if (fault !== undefined) this.problems.push({ kind: "null-value", at, ...fault });
  }
}

function subject(at: Path): string {
  const last = at.at(-1);
  if (last === undefined) return "The manifest";
  return typeof last === "string"
    ? `"${last}"`
    : `Item ${last + 1} of "${at.findLast((part) => typeof part === "string")}"`;
}

/** `"container"`, or `an item of "templates"`: the map that contains a field. */
function whereabouts(at: Path): string {
  const parent = at.at(-2);
  if (typeof parent === "string") return `"${parent}"`;
  return `an item of "${at.slice(0, -1).findLast((part) => typeof part === "string")}"`;
}

function fixOfNull(of: GoType): string {
  const isText = of.kind === "text" || of.kind === "any-text";
  return isText ? 'Write a value, or "" for an empty string.' : "Write a value, or remove it.";
}

/** Go's zero value. */
function zeroOf(type: GoType): JsonValue {
  switch (type.kind) {
    case "struct":
    case "map":
    case "plugin":
      return {};
    case "list":
    case "steps":
      return [];
    case "boolean":
      return false;
    case "text":
    case "any-text":
    case "time":
    case "base64":
      return "";
    default:
      return 0;
  }
}
