import type { SchemaNode } from "./published-schema.js";

/** The first sentence of a node's description, and its deprecation notice. */
export function commentLines(node: SchemaNode): readonly string[] {
  const text = plainText(node.description ?? node.title ?? "");
  const deprecated = /\bDeprecated[:.] (.+)$/.exec(text);
  const first = firstSentence(text.replace(/\bDeprecated[:.] .+$/, ""));
  return [
    ...(first === "" ? [] : [first]),
    ...(deprecated?.[1] ? [`@deprecated ${firstSentence(deprecated[1])}`] : []),
  ];
}

/** A JSDoc comment of lines of at most 110 columns, each ending in a line feed; empty without text. */
export function jsDoc(lines: readonly string[], indent = ""): string {
  if (lines.length === 0) return "";
  const [only] = lines;
  const short = `${indent}/** ${only} */\n`;
  if (lines.length === 1 && short.length <= 111) return short;
  const wrapped = lines.flatMap((line) => wrap(line, 107 - indent.length));
  return `${indent}/**\n${wrapped.map((line) => `${indent} * ${line}\n`).join("")}${indent} */\n`;
}

/** One paragraph without markers of code generators; in Argo's schema "workflow" is replaced by its package. */
function plainText(description: string): string {
  return description
    .replace(/\n\n[\s\S]*?(?=\n\nDeprecated[:.] |$)/g, "\n")
    .replace(/^\s*\+.*$/gm, "")
    .replace(/\bMax(Length|Items) is an artificial limit to limit CEL validation costs.*$/s, "")
    .replace(/^(Required|Optional)[.:] /, "")
    .replace(/io\.argoproj\.workflow\.v1alpha1\.(?![A-Z])/g, "workflow.")
    .replace(/\*\//g, "*\\/")
    .replace(/\s+/g, " ")
    .trim();
}

function firstSentence(text: string): string {
  const end = /(?<!\b(?:e\.g|i\.e|etc|vs|Ex))[.!?](?= [A-Z"'`]|$)| (?=More info: )/.exec(text);
  const sentence = (end === null ? text : text.slice(0, end.index + 1)).trim();
  return sentence === "" || /[.!?:]$/.test(sentence) ? sentence : `${sentence}.`;
}

function wrap(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current];
}
