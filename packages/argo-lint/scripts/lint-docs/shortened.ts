import type { Finding } from "../../src/index.js";
import { echo, workflow } from "../../test/table.js";

/** A part of a manifest, and its findings, with lines relative to its first line. */
export interface Snippet {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** The lines that `workflow(…)` puts before the templates. */
const head = workflow("- name: main")
  .split("\n")
  .filter((line) => line !== "" && !line.includes("name: main"))
  .map((line) => line.replace(/entrypoint: .*/, "entrypoint: "));

/** The template that others call, as `workflow(…)` indents it. */
const callee = echo
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n");

/** A manifest without the parts that all examples have in common, unless a finding is in them. */
export function shortenedSnippet(manifest: string, findings: readonly Finding[]): Snippet {
  const tail = manifest.trimEnd().indexOf(`\n${callee}`);
  const lines = manifest.trimEnd().split("\n");
  const lastFinding = Math.max(0, ...findings.map(({ endLine }) => endLine));
  if (tail >= 0 && manifest.trimEnd().endsWith(callee)) {
    const kept = manifest.slice(0, tail).split("\n").length;
    if (lastFinding <= kept && kept > head.length) lines.splice(kept);
  }
  const plain = head.every((line, i) => lines[i]?.startsWith(line) === true);
  const first = Math.min(Number.POSITIVE_INFINITY, ...findings.map(({ line }) => line));
  if (!plain || first <= head.length) return { text: lines.join("\n"), findings };
  const rest = lines.slice(head.length);
  const indent = Math.min(
    ...rest.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length),
  );
  return {
    text: rest.map((line) => line.slice(indent)).join("\n"),
    findings: findings.map((finding) => ({
      ...finding,
      line: finding.line - head.length,
      endLine: finding.endLine - head.length,
      column: finding.column - indent,
      endColumn: finding.endColumn - indent,
    })),
  };
}
