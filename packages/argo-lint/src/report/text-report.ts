import type { Finding, Severity } from "../finding.js";
import { decodeBytes } from "../source/decode-text.js";
import { printable } from "../text/printable.js";
import { excerptOf } from "./excerpt.js";
import type { LintReport, Painter, TextStyle } from "./report.js";
import { countsOf, lintSummary } from "./summary.js";

const styles: Readonly<Record<Severity, TextStyle>> = { error: "red", warning: "yellow", note: "cyan" };

/** Findings for people: by file, each with its line, and how to fix it. */
export function textReport(report: LintReport, paint: Painter = (_style, text) => text): string {
  const files = [...new Set(report.findings.map(({ file }) => file))];
  const contents = new Map(report.sources.map(({ file, content }) => [file, content]));
  const blocks = files.map((file) => {
    const lines = decodeBytes(contents.get(file) ?? "").text.split("\n");
    const found = report.findings.filter((finding) => finding.file === file);
    return [
      paint("bold", printable(file)),
      "",
      ...found.flatMap((finding) => [...findingLines(finding, lines, paint), ""]),
    ];
  });
  return `${[...blocks.flat(), paint(styleOf(report), lintSummary(report))].join("\n")}\n`;
}

function styleOf(report: LintReport): TextStyle {
  const counts = countsOf(report);
  if (counts.error > 0) return "red";
  return counts.warning > 0 ? "yellow" : "green";
}

function findingLines(finding: Finding, lines: readonly string[], paint: Painter): string[] {
  const { line, column, severity, message, rule, fix } = finding;
  const style = styles[severity];
  const number = String(line);
  const gutter = (text: string): string => paint("dim", `  ${text.padStart(number.length)} │ `);
  const source = lines[line - 1] ?? "";
  const excerpt = excerptOf(source, finding);
  return [
    `  ${paint("dim", `${line}:${column}`)}  ${paint(style, severity)}  ${printable(message)}  ${paint("dim", rule)}`,
    ...(source.trim() === ""
      ? []
      : [`${gutter(number)}${excerpt.line}`, `${gutter("")}${excerpt.indent}${paint(style, excerpt.marks)}`]),
    `  ${" ".repeat(number.length)} ${paint("green", "fix:")} ${printable(fix)}`,
  ];
}
