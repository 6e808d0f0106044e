/**
 * A linter for manifests of Argo Workflows: what Argo would refuse, and what is a mistake though Argo takes it.
 *
 * @example
 * ```ts
 * import { lintManifest } from "@pipeline/workflow/lint";
 *
 * for (const { line, severity, message, fix } of lintManifest(text)) {
 *   console.log(`${line}: ${severity}: ${message} ${fix}`);
 * }
 * ```
 */

export type { Finding, RefusedBy, Severity } from "./finding.js";
export { lintAndCount, lintSources } from "./lint.js";
export { lintManifest } from "./lint-manifest.js";
export type { LintOptions, Source } from "./lint-options.js";
export type { LintResult } from "./lint-result.js";
export type { Rule } from "./rule.js";
export { rules } from "./rules/index.js";
