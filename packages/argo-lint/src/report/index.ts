/** Reports of the linter's findings, for people and for programs. */
export { githubReport } from "./github-report.js";
export { jsonReport } from "./json-report.js";
export type { LintReport, Painter, TextStyle } from "./report.js";
export { type SarifOptions, sarifReport } from "./sarif-report.js";
export { lintSummary } from "./summary.js";
export { textReport } from "./text-report.js";
