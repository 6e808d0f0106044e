import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Path } from "../model/path.js";
import { plainScalar } from "../yaml/plain-scalar.js";
import type { TextRange } from "./positions.js";
import { isMergeKey } from "./to-value.js";

/** A place in a document: its value, its key, or a part of its value. */
export interface SourcePlace {
  readonly at: Path;
  readonly key?: true;
  readonly part?: string;
}

/** Finds children of a document's nodes. It caches the keys of maps, because one map may have many findings. */
export class YamlFields {
  readonly #targets: ReadonlyMap<Alias, Node>;
  readonly #pairs = new Map<YAMLMap, ReadonlyMap<string, Pair>>();

  /** @param targets the target of each alias */
  constructor(targets: ReadonlyMap<Alias, Node>) {
    this.#targets = targets;
  }

  /** The pair of a map, or the item of a list, below a node. */
  child(parent: unknown, step: string | number): Pair | Node | undefined {
    const node = isAlias(parent) ? this.#targets.get(parent) : parent;
    if (isSeq(node)) return typeof step === "number" ? (node.items[step] as Node | undefined) : undefined;
    return isMap(node) ? this.#pairsOf(node).get(String(step)) : undefined;
  }

  /** A map's own pairs, the last one of a duplicate key, and those that are merged into it. */
  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#pairs.get(map);
    if (known !== undefined) return known;
    const pairs = new Map<string, Pair>();
    for (const pair of map.items) {
      if (!isMergeKey(pair.key)) continue;
      const sources = isSeq(pair.value) ? pair.value.items : [pair.value];
      for (const source of sources) {
        const node = isAlias(source) ? this.#targets.get(source) : source;
        if (!isMap(node)) continue;
        for (const [name, merged] of this.#pairsOf(node)) if (!pairs.has(name)) pairs.set(name, merged);
      }
    }
    for (const pair of map.items) if (!isMergeKey(pair.key)) pairs.set(keyText(pair.key), pair);
    this.#pairs.set(map, pairs);
    return pairs;
  }
}

/** Follows a path from node to node, and returns the range of the last one that exists. */
export function locate(
  contents: Node | null,
  fields: YamlFields,
  text: string,
  { at, key, part }: SourcePlace,
): TextRange | undefined {
  let node: unknown = contents;
  let pair: Pair | undefined;
  for (const step of at) {
    const next = fields.child(node, step);
    if (next === undefined) break;
    pair = isPair(next) ? next : undefined;
    node = isPair(next) ? (next.value ?? next.key) : next;
  }
  if (node === contents) return undefined;
  if (pair !== undefined && (key === true || !isScalar(node))) return rangeOf(pair.key, text);
  const range = rangeOf(node, text);
  return range === undefined ? rangeOf(pair?.key, text) : partOf(text, range, part);
}

/** A part of a range, if it is found there. */
export function partOf(text: string, range: TextRange, part: string | undefined): TextRange {
  if (part === undefined) return range;
  const found = text.indexOf(part, range.start);
  return found >= 0 && found + part.length <= range.end ? { start: found, end: found + part.length } : range;
}

/** Only the first line of a list or map. */
export function lineOf(text: string, { start, end }: TextRange): TextRange {
  const newline = text.indexOf("\n", start);
  return { start, end: newline < 0 ? end : Math.min(end, newline) };
}

function keyText(key: unknown): string {
  if (!isScalar(key)) return String(key);
  return String(key.type === "PLAIN" ? plainScalar(key.source ?? "") : key.value);
}

function rangeOf(node: unknown, text: string): TextRange | undefined {
  const range = (node as Node | undefined)?.range;
  if (range === undefined || range === null) return undefined;
  const [start, end] = range;
  return isScalar(node) ? { start, end } : lineOf(text, { start, end });
}
