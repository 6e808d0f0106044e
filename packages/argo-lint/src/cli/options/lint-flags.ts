import type { Finding } from "../../finding.js";

/** Formats of a report: for people, programs, GitHub Actions, and GitHub's code scanning and editors. */
export const reportFormats = ["text", "json", "github", "sarif"] as const;

export type ReportFormat = (typeof reportFormats)[number];

export interface LintFlags {
  readonly format: ReportFormat;
  readonly output?: string;
  readonly strict?: true;
  readonly quiet?: true;
  readonly rule: readonly string[];
}

/** Whether the command fails because of a finding. */
export function isFailure({ severity }: Finding, { strict }: Pick<LintFlags, "strict">): boolean {
  return severity === "error" || (strict === true && severity === "warning");
}
