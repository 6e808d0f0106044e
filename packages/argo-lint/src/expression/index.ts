/** Expressions of expr-lang v1.17.7, the language of `{{=…}}` and of fields such as `expression`. */

export type { Expression } from "./ast.js";
export { identifiersOf } from "./identifiers.js";
export { parseExpression } from "./parse-expression.js";
export { printExpression } from "./print.js";
export { nodesOf } from "./walk.js";
