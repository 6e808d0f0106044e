import type { Finding } from "./finding.js";

/** What a call of the linter found, and in how much. */
export interface LintResult {
  /** In the order of the sources, and within a source in the order of its lines. */
  readonly findings: readonly Finding[];
  readonly files: number;
  /** How many manifests of Argo the files hold. */
  readonly manifests: number;
}
