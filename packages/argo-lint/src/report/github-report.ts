import type { Finding } from "../finding.js";
import type { LintReport } from "./report.js";
import { lintSummary } from "./summary.js";

const commands = { error: "error", warning: "warning", note: "notice" } as const;

/**
 * Findings as workflow commands of GitHub Actions, which shows them next to the lines of a change.
 * Source: GitHub's documentation on workflow commands; the escapes are those of actions/toolkit, command.ts.
 */
export function githubReport(report: LintReport): string {
  return `${[...report.findings.map(commandOf), lintSummary(report)].join("\n")}\n`;
}

function commandOf({ file, line, endLine, column, severity, rule, message, fix }: Finding): string {
  const properties = { file, line, endLine, col: column, title: rule };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${list.join(",")}::${data(`${message}\n${fix}`)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
