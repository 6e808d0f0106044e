/** The parameters of a function that takes a closure; a `?` marks an optional one. */
type Argument = "value" | "closure" | "closure?" | "value?";

/** Functions whose second argument is an expression for each item. Source: parser/parser.go of expr-lang v1.17.7 */
export const closureFunctions: ReadonlyMap<string, readonly Argument[]> = new Map<
  string,
  readonly Argument[]
>([
  ["all", ["value", "closure"]],
  ["none", ["value", "closure"]],
  ["any", ["value", "closure"]],
  ["one", ["value", "closure"]],
  ["filter", ["value", "closure"]],
  ["map", ["value", "closure"]],
  ["count", ["value", "closure?"]],
  ["sum", ["value", "closure?"]],
  ["find", ["value", "closure"]],
  ["findIndex", ["value", "closure"]],
  ["findLast", ["value", "closure"]],
  ["findLastIndex", ["value", "closure"]],
  ["groupBy", ["value", "closure"]],
  ["sortBy", ["value", "closure", "value?"]],
  ["reduce", ["value", "closure", "value?"]],
]);

const plainFunctions =
  "len type abs ceil floor round int float string trim trimPrefix trimSuffix upper lower split splitAfter replace " +
  "repeat join indexOf lastIndexOf hasPrefix hasSuffix max min mean median toJSON fromJSON toBase64 fromBase64 now " +
  "duration date timezone first last get take keys values toPairs fromPairs reverse uniq concat flatten sort bitand " +
  "bitor bitxor bitnand bitshl bitshr bitushr bitnot";

/** Every built-in function of expr. Source: builtin/builtin.go of expr-lang v1.17.7 */
export const builtinFunctions: ReadonlySet<string> = new Set([
  ...closureFunctions.keys(),
  ...plainFunctions.split(" "),
]);
