/** A line such as `# <template-only>` or `// </template-only>`. */
const mark = /^\s*(#|\/\/) <(\/?)template-only>$/;

/**
 * A text without the lines between `<template-only>` and `</template-only>`, which stand in comments of their own and cannot be nested.
 * @throws {Error} if a mark is missing
 */
export function withoutTemplateOnly(text: string, path: string): string {
  let isInside = false;
  const lines = text.split("\n").filter((line) => {
    const found = mark.exec(line);
    if (found === null) return !isInside;
    const isEnd = found[2] === "/";
    if (isEnd !== isInside) throw new Error(`${path}: unexpected ${line.trim()}.`);
    isInside = !isEnd;
    return false;
  });
  if (isInside) throw new Error(`${path}: </template-only> is missing.`);
  return lines.join("\n");
}
