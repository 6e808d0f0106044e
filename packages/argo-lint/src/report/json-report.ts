import type { LintReport } from "./report.js";
import { countsOf } from "./summary.js";

/** Findings for programs: `{ formatVersion, summary, findings }`. */
export function jsonReport(report: LintReport): string {
  const { error, warning, note } = countsOf(report);
  const { files, manifests, findings } = report;
  const summary = { files, manifests, errors: error, warnings: warning, notes: note };
  return `${JSON.stringify({ formatVersion: 1, summary, findings }, null, 2)}\n`;
}
