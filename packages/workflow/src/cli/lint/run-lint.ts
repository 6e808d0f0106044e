import { resolve } from "node:path";
import { didYouMean } from "../../definition/did-you-mean.js";
import { UsageError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import { type Finding, lintAndCount, type Rule, rules } from "../../lint/index.js";
import { lintSummary } from "../../lint/report/index.js";
import { paintFor } from "../process/terminal.js";
import type { Project } from "../project/project.js";
import { projectImage } from "../project/project-image.js";
import { callersDirectory } from "../project/project-root.js";
import { formatReport } from "./format-report.js";
import type { LintFlags } from "./lint-flags.js";
import { projectRules } from "./project-rules.js";
import { dedupeFindings, projectSources } from "./project-sources.js";
import { type ReadSources, readSources } from "./read-sources.js";

/**
 * Lints files, by default the project's workflows, and reports the findings.
 * @returns whether there are no errors, with `--strict` no warnings either
 * @throws {UsageError} if a path or a rule does not exist
 */
export async function runLint(
  project: Project,
  paths: readonly string[],
  flags: LintFlags,
): Promise<boolean> {
  const chosen = chosenRules(flags.rule, paths.length > 0 ? rules : projectRules);
  const { sources, others } = await sourcesOf(project, paths);
  const result = lintAndCount(sources, { rules: chosen });
  const all = paths.length === 0 ? dedupeFindings(result.findings) : result.findings;
  const findings = flags.quiet ? all.filter(({ severity }) => severity !== "note") : all;
  const files = paths.length === 0 ? 0 : result.files + others;
  const report = { ...result, findings, files, sources };
  if (flags.output === undefined) {
    process.stdout.write(formatReport(report, flags.format, { rules, paint: paintFor(process.stdout) }));
  } else {
    writeFileAtomicallySync(
      resolve(callersDirectory(), flags.output),
      formatReport(report, flags.format, { rules }),
    );
    console.log(`${lintSummary(report)}. Written to ${flags.output}`);
  }
  return !findings.some((finding) => isFailure(finding, flags));
}

async function sourcesOf({ workflows }: Project, paths: readonly string[]): Promise<ReadSources> {
  if (paths.length > 0) return readSources(paths, callersDirectory());
  return { sources: projectSources(workflows, projectImage()), others: 0 };
}

function isFailure({ severity }: Finding, { strict }: LintFlags): boolean {
  return severity === "error" || (strict === true && severity === "warning");
}

function chosenRules(names: readonly string[], from: readonly Rule[]): readonly Rule[] {
  const known = rules.map(({ name }) => name);
  for (const name of names) {
    if (known.includes(name)) continue;
    const hint = didYouMean(name, known) || " docs/lint.md lists all rules.";
    throw new UsageError(`There is no rule "${name}".${hint}`);
  }
  return names.length === 0 ? from : rules.filter(({ name }) => names.includes(name));
}
