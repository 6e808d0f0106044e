import type { Expression } from "./ast.js";
import type { TokenReader } from "./token-reader.js";

/** What the parts of the parser need of one another. */
export interface Grammar {
  readonly tokens: TokenReader;
  /** How many closures the place is in: `#` and `.name` mean something only in one. */
  readonly closures: number;
  /** Expressions and `;` between them. */
  sequence(): Expression;
  /**
   * An expression whose operators bind at least as tight as this.
   *
   * @param precedence 0 for any, and then also `a ? b : c`, `let` and `if`
   */
  expression(precedence?: number): Expression;
  /** What stands in a closure: a sequence in braces, or an expression without. */
  closureBody(): Expression;
}
