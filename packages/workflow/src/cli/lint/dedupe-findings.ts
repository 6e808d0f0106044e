import type { Finding } from "../../lint/index.js";
import { workflowOf } from "./project-sources.js";

/** What is wrong with a workflow of the project is wrong in each kind of manifest of it: it is told once. */
export function dedupeFindings(findings: readonly Finding[]): Finding[] {
  const told = new Set<string>();
  return findings.filter(({ file, rule, path, message }) => {
    const key = JSON.stringify([workflowOf(file), rule, path, message]);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}
