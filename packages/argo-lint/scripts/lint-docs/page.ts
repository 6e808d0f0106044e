import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Rule } from "../../src/index.js";
import { practiceRules } from "../../src/rules/best-practices/index.js";
import { expressionsRules } from "../../src/rules/expressions/index.js";
import { namesRules } from "../../src/rules/names/index.js";
import { sourceRules } from "../../src/rules/source/index.js";
import { structureRules } from "../../src/rules/structure/index.js";
import { mistakesRules } from "../../src/rules/suspicious/index.js";
import { variablesRules } from "../../src/rules/variables/index.js";
import { ruleTables } from "../../test/rule-tables.js";
import { ruleSection } from "./rule-section.js";

/** Path of the page. */
export const pageFile = join(import.meta.dirname, "../../../../docs/lint.md");

const groups: readonly (readonly [title: string, rules: readonly Rule[]])[] = [
  ["Text and shape", sourceRules],
  ["Names", namesRules],
  ["Templates and what they call", structureRules],
  ["Variables", variablesRules],
  ["Expressions", expressionsRules],
  ["Suspicious", mistakesRules],
  ["Best practices", practiceRules],
];

/** The page of the linter: how to use it, and every rule with an example. */
export async function lintDocs(): Promise<string> {
  const tables = new Map((await ruleTables()).map((table) => [table.rule.name, table]));
  const intro = readFileSync(join(import.meta.dirname, "intro.md"), "utf8");
  const filled = groups
    .map(([title, rules]) => [title, byName(rules).filter(({ name }) => tables.has(name))] as const)
    .filter(([, rules]) => rules.length > 0);
  const parts = [
    "<!-- Made by `npm run lint:docs` from the rules and their tests. Edit those. -->",
    intro.trim(),
    "## All rules",
    ...filled.map(([title, rules]) => indexOf(title, rules)),
    ...filled.flatMap(([title, rules]) => [
      `## ${title}`,
      ...rules.flatMap(({ name }) => tables.get(name) ?? []).map(ruleSection),
    ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function indexOf(title: string, rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ name, severity, refusedBy, summary }) =>
      `| [${name}](#${name}) | ${severity}${refusedBy === undefined ? "" : `, ${refusedBy}`} | ${cell(firstSentence(summary))} |`,
  );
  return [`**${title}**`, "", "| rule | severity | requirement |", "|---|---|---|", ...rows].join("\n");
}

function byName(rules: readonly Rule[]): Rule[] {
  return rules.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/:$/, ".") ?? text;
}

/** Escapes pipes, which would end the cell. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
