import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Rule } from "../index.js";
import {
  githubReport,
  jsonReport,
  type LintReport,
  type Painter,
  sarifReport,
  textReport,
} from "../report/index.js";
import type { ReportFormat } from "./options/index.js";

/** The page with the rules, in a repository that has it. */
const page = "docs/lint.md";

export interface ReportOptions {
  readonly rules: readonly Rule[];
  readonly paint?: Painter | undefined;
  /** The directory that paths in findings are relative to. */
  readonly from: string;
}

/** A report in a format. For GitHub, paths are relative to the repository's root. */
export function formatReport(
  report: LintReport,
  format: ReportFormat,
  { rules, paint, from }: ReportOptions,
): string {
  switch (format) {
    case "text":
      return textReport(report, paint);
    case "json":
      return jsonReport(report);
    case "github":
      return githubReport(fromRepository(report, from));
    case "sarif":
      return sarifReport(fromRepository(report, from), { rules, ...helpUri() });
  }
}

/** In GitHub Actions the command may run in a subfolder of the repository. */
function fromRepository(report: LintReport, from: string): LintReport {
  const root = process.env.GITHUB_WORKSPACE;
  if (!root) return report;
  const findings = report.findings.map((finding) => {
    const file = relative(root, resolve(from, finding.file));
    return { ...finding, file: file.startsWith("..") ? finding.file : file };
  });
  return { ...report, findings };
}

/** The page with the rules, in the repository that GitHub Actions runs for, if that has it. */
function helpUri(): { readonly helpUri?: string } {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_WORKSPACE: root } = process.env;
  if (!server || !repository || !root || !existsSync(join(root, page))) return {};
  return { helpUri: `${server}/${repository}/blob/HEAD/${page}` };
}
