import { lintManifest } from "../../src/index.js";
import { textReport } from "../../src/report/index.js";
import type { RuleTable } from "../../test/table.js";
import { elided } from "./elided.js";
import { shortenedSnippet } from "./shortened.js";

/** Maximum number of findings shown for an example. */
const maxFindings = 3;

/** The section of one rule: its requirement, a manifest that violates it, and one that does not. */
export function ruleSection({ rule, wrong, right }: RuleTable): string {
  const { name, severity, refusedBy, summary } = rule;
  const [bad, ...otherBad] = wrong;
  const [good, ...otherGood] = right;
  const snippet = shortenedSnippet(bad.manifest, lintManifest(bad.manifest, { rules: [rule] }));
  return [
    `### ${name}`,
    refusedBy === undefined ? `**${severity}**` : `**${severity}**, refused by ${refusedName(refusedBy)}`,
    summary,
    `Wrong: ${bad.title}.`,
    fenced(
      "yaml",
      elided(
        snippet.text,
        snippet.findings.map(({ line }) => line),
      ),
    ),
    fenced("text", printed(snippet)),
    ...(otherBad.length === 0 ? [] : [`Wrong as well: ${titles(otherBad)}.`]),
    `Right: ${good.title}.`,
    fenced("yaml", elided(shortenedSnippet(good.manifest, []).text, [])),
    ...(otherGood.length === 0 ? [] : [`Right as well: ${titles(otherGood)}.`]),
  ].join("\n\n");
}

function refusedName(refusedBy: string): string {
  return refusedBy === "argo lint" ? "`argo lint`" : `the ${refusedBy}`;
}

function titles(rows: readonly { readonly title: string }[]): string {
  return rows.map(({ title }) => title).join("; ");
}

/** The findings as the command prints them, without the file's name and the summary. */
function printed({ text, findings }: ReturnType<typeof shortenedSnippet>): string {
  const file = "manifest.yaml";
  const sources = [{ file, content: text }];
  const named = findings.slice(0, maxFindings).map((finding) => ({ ...finding, file }));
  const lines = textReport({ findings: named, files: 1, manifests: 1, sources }).trimEnd().split("\n");
  return lines.slice(2, -2).join("\n");
}

/** A code block whose fence is longer than any in the text. */
function fenced(language: string, text: string): string {
  const fence = text.includes("```") ? "````" : "```";
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}
