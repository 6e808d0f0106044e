/** The options of a command that lints. They load no rule. */
export { isFailure, type LintFlags, type ReportFormat, reportFormats } from "./lint-flags.js";
export { addLintOptions } from "./lint-options.js";
