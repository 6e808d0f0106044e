import type { JsonValue } from "../model/json.js";
import type { Path } from "../model/path.js";
import type { TextRange } from "./positions.js";

/** A value of a JSON text and its range. */
export interface JsonNode extends TextRange {
  readonly items?: readonly JsonNode[];
  readonly fields?: ReadonlyMap<string, JsonField>;
}

export interface JsonField {
  readonly key: TextRange;
  readonly value: JsonNode;
}

/** A parsed JSON text. */
export interface JsonText {
  readonly value: JsonValue;
  readonly root: JsonNode;
  readonly duplicates: readonly (TextRange & { readonly name: string })[];
  /** The number of its keys and values. */
  readonly size: number;
}

/** Parses a JSON text, in a fraction of the time of parsing it as YAML; undefined if it is not JSON. */
export function readJson(text: string): JsonText | undefined {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return { value, ...new Scanner(text).scan() };
}

/** Tokens of a JSON text: strings, numbers, words and punctuation. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/y;
const blank = /\s*/y;

/** Finds the range of each value of a JSON text. */
class Scanner {
  readonly #text: string;
  readonly #duplicates: (TextRange & { readonly name: string })[] = [];
  #at = 0;
  #size = 0;

  constructor(text: string) {
    this.#text = text;
  }

  scan(): Omit<JsonText, "value"> {
    const root = this.#value(this.#next());
    return { root, duplicates: this.#duplicates, size: this.#size };
  }

  #next(): TextRange {
    blank.lastIndex = this.#at;
    blank.test(this.#text);
    token.lastIndex = blank.lastIndex;
    token.test(this.#text);
    const start = blank.lastIndex;
    this.#at = token.lastIndex;
    return { start, end: this.#at };
  }

  #value(first: TextRange): JsonNode {
    this.#size++;
    const mark = this.#text[first.start];
    if (mark === "[") return this.#list(first.start);
    return mark === "{" ? this.#map(first.start) : first;
  }

  #list(start: number): JsonNode {
    const items: JsonNode[] = [];
    let next = this.#next();
    while (this.#text[next.start] !== "]") {
      items.push(this.#value(next));
      next = this.#next();
      if (this.#text[next.start] === ",") next = this.#next();
    }
    return { start, end: this.#at, items };
  }

  #map(start: number): JsonNode {
    const fields = new Map<string, JsonField>();
    let key = this.#next();
    while (this.#text[key.start] !== "}") {
      this.#size++;
      const name: string = JSON.parse(this.#text.slice(key.start, key.end));
      if (fields.has(name)) this.#duplicates.push({ ...key, name });
      this.#next();
      fields.set(name, { key, value: this.#value(this.#next()) });
      key = this.#next();
      if (this.#text[key.start] === ",") key = this.#next();
    }
    return { start, end: this.#at, fields };
  }
}

/** Follows a path from the root: the last key and value of it that exist. */
export function followJson(root: JsonNode, path: Path): { node: JsonNode; key: TextRange | undefined } {
  let node = root;
  let key: TextRange | undefined;
  for (const step of path) {
    const field = typeof step === "string" ? node.fields?.get(step) : undefined;
    const next = field?.value ?? (typeof step === "number" ? node.items?.[step] : undefined);
    if (next === undefined) break;
    key = field?.key;
    node = next;
  }
  return { node, key };
}
