interface NodeBase {
  /** Offset of its start in the text, from 0. */
  readonly start: number;
  /** Offset after its last character. */
  readonly end: number;
}

/** A node of kind K with the fields of F. */
type Node<K extends string, F = unknown> = NodeBase & { readonly kind: K } & Readonly<F>;

export type NilNode = Node<"nil">;
export type BooleanNode = Node<"boolean", { value: boolean }>;
export type IntegerNode = Node<"integer", { value: bigint }>;
export type FloatNode = Node<"float", { value: number }>;
export type StringNode = Node<"string", { value: string }>;
/** A variable: `workflow`. */
export type IdentifierNode = Node<"identifier", { name: string }>;
/** In a closure, the current item (`#`, or implied as in `.name`), or `#acc` and `#index`. */
export type PointerNode = Node<"pointer", { name: string }>;
export type UnaryNode = Node<"unary", { operator: string; operand: Expression }>;
/** `a not in b` is a `unary` of `not` about a `binary`. */
export type BinaryNode = Node<"binary", { operator: string; left: Expression; right: Expression }>;
/** Two comparisons or more in one: `1 < x <= 3`. One operator fewer than operands. */
export type ComparisonsNode = Node<
  "comparisons",
  { operands: readonly Expression[]; operators: readonly string[] }
>;
/** `object.name`, whose property is a text, or `object[property]`. */
export type MemberNode = Node<"member", { object: Expression; property: Expression; isOptional: boolean }>;
/** A chain that ends early when one of its `?.` finds nothing. */
export type ChainNode = Node<"chain", { of: Expression }>;
export type SliceNode = Node<
  "slice",
  { object: Expression; from: Expression | undefined; to: Expression | undefined }
>;
/** A call of a function that is not built into expr: one of the environment, or a method. */
export type CallNode = Node<"call", { callee: Expression; arguments: readonly Expression[] }>;
/** A call of a built-in function; the object of `xs | f()` is its first argument. */
export type BuiltinNode = Node<"builtin", { name: string; arguments: readonly Expression[] }>;
/** The function that e.g. `map` calls for each item. */
export type ClosureNode = Node<"closure", { body: Expression }>;
/** `a ? b : c`; `a ?: c`, which has no consequent; `if a { b } else { c }`. */
export type ConditionalNode = Node<
  "conditional",
  {
    form: "ternary" | "elvis" | "if";
    condition: Expression;
    consequent: Expression | undefined;
    alternative: Expression;
  }
>;
/** `let name = value; body` */
export type LetNode = Node<"let", { name: string; value: Expression; body: Expression }>;
/** `a; b`: the last one is the result. */
export type SequenceNode = Node<"sequence", { items: readonly Expression[] }>;
export type ArrayNode = Node<"array", { items: readonly Expression[] }>;
export type MapNode = Node<
  "map",
  { entries: readonly { readonly key: Expression; readonly value: Expression }[] }
>;

/** The syntax tree of an expression. */
export type Expression =
  | NilNode
  | BooleanNode
  | IntegerNode
  | FloatNode
  | StringNode
  | IdentifierNode
  | PointerNode
  | UnaryNode
  | BinaryNode
  | ComparisonsNode
  | MemberNode
  | ChainNode
  | SliceNode
  | CallNode
  | BuiltinNode
  | ClosureNode
  | ConditionalNode
  | LetNode
  | SequenceNode
  | ArrayNode
  | MapNode;
