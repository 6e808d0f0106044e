/** How tightly a binary operator binds: higher is tighter. */
export interface BinaryOperator {
  readonly precedence: number;
  readonly associativity: "left" | "right";
}

function left(precedence: number): BinaryOperator {
  return { precedence, associativity: "left" };
}

function right(precedence: number): BinaryOperator {
  return { precedence, associativity: "right" };
}

/** Source: parser/operator/operator.go of expr-lang v1.17.7 */
export const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map([
  ["|", left(0)],
  ["or", left(10)],
  ["||", left(10)],
  ["and", left(15)],
  ["&&", left(15)],
  ["==", left(20)],
  ["!=", left(20)],
  ["<", left(20)],
  [">", left(20)],
  [">=", left(20)],
  ["<=", left(20)],
  ["in", left(20)],
  ["matches", left(20)],
  ["contains", left(20)],
  ["startsWith", left(20)],
  ["endsWith", left(20)],
  ["..", left(25)],
  ["+", left(30)],
  ["-", left(30)],
  ["*", left(60)],
  ["/", left(60)],
  ["%", left(60)],
  ["**", right(100)],
  ["^", right(100)],
  ["??", left(500)],
]);

/** Precedence of the operators before an operand. */
export const unaryOperators: ReadonlyMap<string, number> = new Map([
  ["not", 50],
  ["!", 50],
  ["-", 90],
  ["+", 90],
]);

/** Operators that may follow `not`: `a not in b`. */
export const negatable: ReadonlySet<string> = new Set([
  "contains",
  "matches",
  "startsWith",
  "endsWith",
  "in",
]);

/** Operators that can be chained: `1 < x < 3`. */
export const comparisons: ReadonlySet<string> = new Set(["<", ">", ">=", "<="]);

/** Words that are operators. */
export const operatorWords: ReadonlySet<string> = new Set([
  "not",
  "in",
  "or",
  "and",
  "matches",
  "contains",
  "startsWith",
  "endsWith",
  "let",
  "if",
  "else",
]);
