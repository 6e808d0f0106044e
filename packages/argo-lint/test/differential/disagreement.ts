import { type Finding, lintSources } from "../../src/index.js";
import type { Refusal } from "./argo-verdicts.js";

/** Where our linter and the real one do not agree. */
export interface Disagreement {
  /**
   * `missed`: it refuses what we let pass. `invented`: we find an error that it should find too, and it does not.
   * `crashed`: our linter threw an error.
   */
  readonly kind: "missed" | "invented" | "crashed";
  /** What is said, without the names in it: the same fault in two manifests reads alike. */
  readonly fault: string;
  readonly said: string;
}

/** Compares what the real `argo lint` says of a text with our errors; undefined where both agree. */
export function disagreementOn(text: string, refusal: Refusal): Disagreement | undefined {
  let errors: Finding[];
  try {
    const findings = lintSources([{ file: "mutant.yaml", content: text }]);
    if (isLeftOut(findings, refusal)) return undefined;
    errors = findings.filter(isError);
  } catch (error) {
    return { kind: "crashed", fault: withoutNames(String(error)), said: String(error) };
  }
  if (refusal !== undefined) {
    if (errors.length > 0) return undefined;
    return { kind: "missed", fault: withoutNames(refusal), said: refusal };
  }
  const invented = errors.find(isComparable);
  if (invented === undefined) return undefined;
  const { rule, path, message } = invented;
  return { kind: "invented", fault: rule, said: `${rule} at ${path}: ${message}` };
}

/** Whether the real linter leaves the document out without a word, as it does where others are given with it. */
function isLeftOut(findings: readonly Finding[], refusal: Refusal): boolean {
  const names = new Set(findings.map(({ rule }) => rule));
  return names.has("duplicate-key") || (refusal === undefined && names.has("syntax"));
}

/** Whether the real linter should have said so too. It says nothing of an event binding. */
function isComparable({ refusedBy, manifest }: Finding): boolean {
  return refusedBy === "argo lint" && !manifest.startsWith("WorkflowEventBinding");
}

function isError({ severity }: Finding): boolean {
  return severity === "error";
}

function withoutNames(message: string): string {
  return message
    .replace(/in ".*?" \((\w+)\)/, "in $1")
    .replaceAll(/'[^']*'|"[^"]*"|\{\{.*?\}\}/g, "…")
    .replaceAll(/templates\.\S+/g, "templates.…")
    .replaceAll(/\d+/g, "0")
    .slice(0, 120);
}
