import type { Expression } from "./ast.js";

/** The text of a syntax tree. Parsed again, it gives the same tree, except for offsets. */
export function printExpression(node: Expression): string {
  switch (node.kind) {
    case "nil":
      return "nil";
    case "boolean":
    case "integer":
      return String(node.value);
    case "float":
      return /[.e]/.test(String(node.value)) ? String(node.value) : `${node.value}.0`;
    case "string":
      return printString(node.value);
    case "identifier":
      return node.name;
    case "pointer":
      return `#${node.name}`;
    case "unary":
      return `${node.operator}${node.operator === "not" ? " " : ""}${printOperand(node.operand)}`;
    case "binary":
      return `${printOperand(node.left)} ${node.operator} ${printOperand(node.right)}`;
    case "comparisons": {
      const [first = "", ...others] = node.operands.map(printOperand);
      return first + others.map((operand, i) => ` ${node.operators[i]} ${operand}`).join("");
    }
    case "member":
      return printOperand(node.object) + printProperty(node.property, node.isOptional);
    case "chain":
      return printExpression(node.of);
    case "slice": {
      const [from, to] = [node.from, node.to].map((end) => (end === undefined ? "" : printOperand(end)));
      return `${printOperand(node.object)}[${from}:${to}]`;
    }
    case "call":
      return `${printExpression(node.callee)}(${printAll(node.arguments)})`;
    case "builtin":
      return `${node.name}(${printAll(node.arguments)})`;
    case "closure":
      return `{ ${printExpression(node.body)} }`;
    case "conditional":
      return printConditional(node);
    case "let":
      return `let ${node.name} = ${printOperand(node.value)}; ${printExpression(node.body)}`;
    case "sequence":
      return node.items.map(printOperand).join("; ");
    case "array":
      return `[${printAll(node.items)}]`;
    case "map": {
      const entries = node.entries.map(({ key, value }) => `${printKey(key)}: ${printOperand(value)}`);
      return `{${entries.join(", ")}}`;
    }
  }
}

/** In parentheses, unless no neighboring operator can split it. */
function printOperand(node: Expression): string {
  const text = printExpression(node);
  return ["identifier", "string", "pointer", "call", "builtin", "array", "map", "member", "slice"].includes(
    node.kind,
  )
    ? text
    : `(${text})`;
}

function printAll(nodes: readonly Expression[]): string {
  return nodes
    .map((node) => (node.kind === "closure" ? printExpression(node) : printOperand(node)))
    .join(", ");
}

function printConditional(node: Expression & { kind: "conditional" }): string {
  const condition = printOperand(node.condition);
  const [consequent, alternative] = [node.consequent ?? node.condition, node.alternative];
  switch (node.form) {
    case "if":
      return `if ${condition} { ${printExpression(consequent)} } else { ${printExpression(alternative)} }`;
    case "elvis":
      return `${condition} ?: ${printOperand(alternative)}`;
    case "ternary":
      return `${condition} ? ${printOperand(consequent)} : ${printOperand(alternative)}`;
  }
}

function printProperty(property: Expression, isOptional: boolean): string {
  if (property.kind === "string" && isName(property.value)) {
    return `${isOptional ? "?." : "."}${property.value}`;
  }
  return `${isOptional ? "?." : ""}[${printOperand(property)}]`;
}

function printKey(key: Expression): string {
  return key.kind === "string" ? printString(key.value) : `(${printExpression(key)})`;
}

function printString(value: string): string {
  const escaped = value.replace(/["\\\p{Cc}]/gu, (character) =>
    character === '"' || character === "\\"
      ? `\\${character}`
      : `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
  return `"${escaped}"`;
}

/** Whether a text is a name: it begins with a letter, `_` or `$`. */
function isName(text: string): boolean {
  return /^[\p{L}_$][\p{L}\p{Nd}_$]*$/u.test(text);
}
