import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from "yaml";
import { type JsonValue, setField } from "../model/json.js";
import { plainScalar, taggedScalar } from "../yaml/plain-scalar.js";
import type { SourceProblem } from "./document-node.js";

/**
 * The maximum number of values of a document with its aliases expanded. Argo's YAML library gives up at about 400,000 if
 * nearly all of them come from aliases.
 */
const maxValues = 400_000;

export interface Converted {
  readonly value: JsonValue | undefined;
  readonly problems: readonly SourceProblem[];
  /** The target of each alias. */
  readonly targets: ReadonlyMap<Alias, Node>;
}

/** The JSON value of a document's content, as Argo's YAML library reads it. Positions refer to the content's text. */
export function toValue(contents: Node | null): Converted {
  const converter = new Converter();
  const value = contents === null ? null : converter.convert(contents);
  const failed = converter.problems.some(({ kind }) => kind === "aliases");
  return { value: failed ? undefined : value, problems: converter.problems, targets: converter.targets };
}

interface Anchored {
  readonly node: Node;
  /** Undefined during conversion: an alias that refers to it then is inside it. */
  value?: JsonValue;
  size: number;
}

class Converter {
  readonly problems: SourceProblem[] = [];
  readonly targets = new Map<Alias, Node>();
  readonly #anchors = new Map<string, Anchored>();
  #size = 0;

  convert(node: unknown): JsonValue {
    if (isAlias(node)) return this.#alias(node);
    const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor;
    if (!anchor) return this.#content(node);
    const anchored: Anchored = { node, size: 0 };
    this.#anchors.set(anchor, anchored);
    const before = this.#size;
    const value = this.#content(node);
    anchored.value = value;
    anchored.size = this.#size - before;
    return value;
  }

  #content(node: unknown): JsonValue {
    this.#size++;
    if (isScalar(node)) return this.#scalar(node);
    if (isSeq(node)) return node.items.map((item) => this.convert(item));
    if (isMap(node)) return this.#map(node);
    return null;
  }

  #scalar(node: Scalar): JsonValue {
    const { tag, source = "" } = node;
    if (tag === undefined && node.type !== "PLAIN") return String(node.value);
    if (isMergeKey(node)) return "<<";
    const value = tag === undefined ? plainScalar(source) : taggedScalar(tag, source);
    if (value === undefined) {
      this.#problem("syntax", `"${source}" is not a ${tag?.replace("tag:yaml.org,2002:", "!!")}`, node);
      return null;
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.#problem("syntax", `JSON has no number ${source}; put it in quotes for a string`, node);
      return null;
    }
    return value;
  }

  /** A merged key counts as one of the map's own: Argo's YAML library refuses to set it twice. */
  #map(map: YAMLMap): JsonValue {
    const content: Record<string, JsonValue> = {};
    const seen = new Set<string | number | boolean>();
    // The keys 1 and "1" differ for Argo's YAML library.
    const set = (key: string | number | boolean, value: JsonValue, node: unknown, where: string): void => {
      if (seen.has(key))
        this.#problem("duplicate-key", `The key "${key}" occurs twice in this map${where}`, node);
      seen.add(key);
      setField(content, String(key), value);
    };
    for (const pair of map.items) {
      if (isMergeKey(pair.key)) {
        for (const source of this.#mergeSources(pair.value)) {
          for (const [name, value] of Object.entries(source)) set(name, value, pair.key, ", once by <<");
        }
      } else {
        const value = pair.value === null ? null : this.convert(pair.value);
        set(this.#key(pair), value, pair.key, "");
      }
    }
    return content;
  }

  #key(pair: Pair): string | number | boolean {
    const key =
      isAlias(pair.key) || isScalar(pair.key) ? this.convert(pair.key) : pair.key === null ? null : undefined;
    if (key === null) {
      this.#problem("syntax", "a key cannot be empty", pair.key ?? pair.value);
      return "";
    }
    if (key === undefined || typeof key === "object") {
      this.#problem("syntax", "a list or a map cannot be a key", pair.key);
      return "";
    }
    return key;
  }

  #mergeSources(node: unknown): Readonly<Record<string, JsonValue>>[] {
    const value = this.convert(node);
    const sources = Array.isArray(value) ? value : [value];
    return sources.flatMap((source) => {
      if (typeof source === "object" && source !== null && !Array.isArray(source)) return [{ ...source }];
      this.#problem("syntax", "only maps can be merged with <<", node);
      return [];
    });
  }

  #alias(alias: Alias): JsonValue {
    const anchored = this.#anchors.get(alias.source);
    if (anchored === undefined) {
      this.#problem("syntax", `no anchor &${alias.source} precedes this alias`, alias);
      return null;
    }
    if (anchored.value === undefined) {
      this.#problem("aliases", `the anchor &${alias.source} contains itself`, alias);
      return null;
    }
    this.targets.set(alias, anchored.node);
    this.#size += anchored.size;
    if (this.#size > maxValues && !this.problems.some(({ kind }) => kind === "aliases")) {
      this.#problem(
        "aliases",
        `its aliases expand to more than ${maxValues.toLocaleString("en")} values`,
        alias,
      );
    }
    return anchored.value;
  }

  #problem(kind: SourceProblem["kind"], message: string, node: unknown): void {
    const [start, end] = (node as Partial<Node> | null)?.range ?? [0, 0];
    this.problems.push({ kind, message, start, end });
  }
}

/** A plain `<<`. */
export function isMergeKey(key: unknown): boolean {
  if (!isScalar(key) || key.source !== "<<") return false;
  return key.tag === undefined ? key.type === "PLAIN" : key.tag === "tag:yaml.org,2002:merge";
}
