import { pathToFileURL } from "node:url";
import { uselessSuppression } from "../apply-suppressions.js";
import type { Finding, Severity } from "../finding.js";
import type { Rule } from "../rule.js";
import type { LintReport } from "./report.js";

export interface SarifOptions {
  readonly rules: readonly Rule[];
  /** The absolute URL of the rules' documentation, to which `#RULE` is added. */
  readonly helpUri?: string;
}

/**
 * Findings as SARIF, which GitHub's code scanning and editors read. Paths are relative to the repository's root.
 * @see OASIS, Static Analysis Results Interchange Format 2.1.0
 */
export function sarifReport({ findings }: LintReport, { rules, helpUri }: SarifOptions): string {
  const uselessRule = {
    name: uselessSuppression,
    severity: "warning",
    summary: "A comment that silences a rule silences at least one finding.",
  } as const;
  const all = [...rules, uselessRule];
  const indexes = new Map(all.map(({ name }, i) => [name, i]));
  const driver = {
    name: "argo-lint",
    rules: all.map(({ name, severity, summary }) => ({
      id: name,
      shortDescription: { text: summary },
      ...helpOf(name, summary, helpUri),
      defaultConfiguration: { level: levelOf(severity) },
    })),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    results: findings.map((finding) => resultOf(finding, indexes.get(finding.rule))),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function helpOf(name: string, summary: string, page: string | undefined): object {
  if (page === undefined) return { help: { text: summary, markdown: summary } };
  const helpUri = `${page}#${name}`;
  return {
    help: { text: `${summary} See ${helpUri}`, markdown: `${summary} [Examples](${helpUri})` },
    helpUri,
  };
}

/** SARIF uses the same three words. */
function levelOf(severity: Severity): "error" | "warning" | "note" {
  return severity;
}

function resultOf(finding: Finding, ruleIndex: number | undefined): object {
  const { rule, severity, message, fix, file, line, column, endLine, endColumn, path } = finding;
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levelOf(severity),
    message: { text: `${message} ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifactLocation(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
        ...(path === "" ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
      },
    ],
  };
}

function artifactLocation(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  if (file.startsWith("/")) return { uri: pathToFileURL(file).href };
  const uri = file.split(/[\\/]/).map(encodeURIComponent).join("/");
  return { uri, uriBaseId: "%SRCROOT%" };
}
