import type { Severity } from "../finding.js";
import type { LintResult } from "../lint.js";
import { pluralize } from "../text/pluralize.js";

/** The number of findings of each severity. */
export function countsOf({ findings }: Pick<LintResult, "findings">): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** `3 errors, 1 warning in 2 files; checked 12 files, 9 Argo manifests`; without files if none was read. */
export function lintSummary(result: LintResult): string {
  const { findings, files, manifests } = result;
  const looked = [
    ...(files === 0 ? [] : [pluralize(files, "file")]),
    pluralize(manifests, "Argo manifest"),
  ].join(", ");
  if (findings.length === 0) return `Nothing found in ${looked}`;
  const counts = countsOf(result);
  const severities = (["error", "warning", "note"] as const).filter((severity) => counts[severity] > 0);
  const found = severities.map((severity) => pluralize(counts[severity], severity)).join(", ");
  const places = new Set(findings.map(({ file }) => file)).size;
  return `${found} in ${pluralize(places, files === 0 ? "manifest" : "file")}; checked ${looked}`;
}
