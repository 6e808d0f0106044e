import { relative } from "node:path";

/** The modules in an output file, in the order of their code. */
export function modulesIn({ outputs }, root, path) {
  const output = outputs[relative(root, path).replaceAll("\\", "/")];
  return Object.entries(output?.inputs ?? {})
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([input]) => input);
}

/**
 * The line at which the code of each file or package begins, counted from 1: esbuild writes each module's path above its code.
 * @param {string} text @param {string[]} inputs
 */
export function linesOf(text, inputs, names) {
  const lines = [];
  let at = 0;
  let line = 1;
  for (const path of inputs) {
    const comment = `// ${path}\n`;
    const found = text.startsWith(comment) && at === 0 ? 0 : text.indexOf(`\n${comment}`, at) + 1;
    if (found === 0 && at > 0) continue;
    for (; at < found; at++) if (text.charCodeAt(at) === 10) line++;
    const module = names.get(path);
    const name = module === undefined || module.kind === "file" ? path : module.name;
    if (lines.at(-1)?.[1] !== name) lines.push([line, name]);
  }
  return lines;
}
