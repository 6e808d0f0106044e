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
