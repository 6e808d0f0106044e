import type { Finding } from "../../lint/index.js";
import { workflowOf } from "./project-sources.js";

/** A finding in a workflow of the project appears in each kind of its manifest; keeps the first of them. */
export function dedupeFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ file, rule, path, message }) => {
    const key = JSON.stringify([workflowOf(file), rule, path, message]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
