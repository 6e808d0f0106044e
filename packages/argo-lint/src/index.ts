/**
 * A linter for manifests of Argo Workflows: what Argo would refuse, and what is a mistake although Argo accepts it.
 *
 * @example
 * ```ts
 * import { lintManifest } from "@tiphys/argo-lint";
 *
 * for (const { line, severity, message, fix } of lintManifest(text)) {
 *   console.log(`${line}: ${severity}: ${message} ${fix}`);
 * }
 * ```
 */

export type { Finding, RefusedBy, Severity } from "./finding.js";
export { hasErrors } from "./has-errors.js";
export {
  type LintOptions,
  type LintResult,
  type LintSource,
  lintAndCount,
  lintManifest,
  lintSources,
} from "./lint.js";
export type { Rule } from "./rule.js";
export { rules } from "./rules/index.js";
