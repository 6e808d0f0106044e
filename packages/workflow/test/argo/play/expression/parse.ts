import { type Token, tokenize } from "./tokens.js";

/** An expression of Argo's language (expr-lang), as far as the player supports it. */
export type Node =
  | { readonly kind: "literal"; readonly value: string | number | boolean | null }
  | { readonly kind: "name"; readonly name: string }
  /** `#` or `#index` in the closure of `map` and `filter`. */
  | { readonly kind: "pointer"; readonly name: string }
  | { readonly kind: "member"; readonly of: Node; readonly key: Node; readonly optional: boolean }
  | { readonly kind: "call"; readonly callee: string; readonly args: readonly Node[] }
  | { readonly kind: "not" | "minus"; readonly operand: Node }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: "choice"; readonly condition: Node; readonly yes: Node; readonly no: Node }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, Node])[] };

/** @throws {Error} for an invalid or unsupported expression */
export function parseExpression(text: string): Node {
  const parser = new Parser(tokenize(text), text);
  const node = parser.expression();
  parser.end();
  return node;
}

// In ascending order of precedence.
const levels: readonly (readonly string[])[] = [
  ["||"],
  ["&&"],
  ["==", "!=", "<", "<=", ">", ">=", "in", "matches"],
  ["+", "-"],
  ["*", "/"],
  ["??"],
];

class Parser {
  #at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly text: string,
  ) {}

  expression(): Node {
    const condition = this.#binary(0);
    if (!this.#take("?")) return condition;
    const yes = this.expression();
    this.#expect(":");
    return { kind: "choice", condition, yes, no: this.expression() };
  }

  end(): void {
    if (this.#at < this.tokens.length) throw this.#unexpected();
  }

  #binary(level: number): Node {
    const operators = levels[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (;;) {
      const operator = operators.find((each) => this.#take(each));
      if (operator === undefined) return left;
      left = { kind: "binary", operator, left, right: this.#binary(level + 1) };
    }
  }

  #unary(): Node {
    if (this.#take("!")) return { kind: "not", operand: this.#unary() };
    if (this.#take("-")) return { kind: "minus", operand: this.#unary() };
    return this.#postfix(this.#primary());
  }

  #postfix(start: Node): Node {
    let node = start;
    for (;;) {
      if (this.#take("?.")) {
        const key = this.#take("[") ? this.#index() : this.#property();
        node = { kind: "member", of: node, key, optional: true };
      } else if (this.#take(".")) {
        node = { kind: "member", of: node, key: this.#property(), optional: false };
      } else if (this.#take("[")) {
        node = { kind: "member", of: node, key: this.#index(), optional: false };
      } else return node;
    }
  }

  #index(): Node {
    const key = this.expression();
    this.#expect("]");
    return key;
  }

  #property(): Node {
    const token = this.#next();
    if (token?.kind !== "name") throw this.#unexpected();
    return { kind: "literal", value: token.text };
  }

  #primary(): Node {
    const token = this.#next();
    if (token?.kind === "number") return { kind: "literal", value: token.value };
    if (token?.kind === "string") return { kind: "literal", value: token.text };
    if (token?.kind === "name") return this.#named(token.text);
    if (token?.text === "#") {
      const next = this.tokens[this.#at];
      if (next?.kind !== "name" || next.text !== "index") return { kind: "pointer", name: "" };
      this.#at++;
      return { kind: "pointer", name: next.text };
    }
    if (token?.text === "(") {
      const inner = this.expression();
      this.#expect(")");
      return inner;
    }
    if (token?.text === "[") return { kind: "list", items: this.#list("]", () => this.expression()) };
    if (token?.text === "{") return { kind: "object", entries: this.#list("}", () => this.#entry()) };
    this.#at--;
    throw this.#unexpected();
  }

  #named(name: string): Node {
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true" };
    if (name === "nil") return { kind: "literal", value: null };
    if (!this.#take("(")) return { kind: "name", name };
    return { kind: "call", callee: name, args: this.#list(")", () => this.expression()) };
  }

  #entry(): readonly [string, Node] {
    const token = this.#next();
    if (token?.kind !== "name" && token?.kind !== "string") throw this.#unexpected();
    this.#expect(":");
    return [token.text, this.expression()];
  }

  #list<T>(end: string, item: () => T): T[] {
    const items: T[] = [];
    if (this.#take(end)) return items;
    do items.push(item());
    while (this.#take(","));
    this.#expect(end);
    return items;
  }

  #next(): Token | undefined {
    return this.tokens[this.#at++];
  }

  #take(text: string): boolean {
    const token = this.tokens[this.#at];
    const isIt =
      (token?.kind === "operator" || (token?.kind === "name" && (text === "in" || text === "matches"))) &&
      token.text === text;
    if (isIt) this.#at++;
    return isIt;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Error(`expected ${text} at token ${this.#at} of ${this.text}`);
  }

  #unexpected(): Error {
    return new Error(`unexpected token ${this.#at} in the expression ${this.text}`);
  }
}
