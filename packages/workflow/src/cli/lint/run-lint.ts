import { resolve } from "node:path";
import { lintAndCount, rules } from "@tiphys/argo-lint";
import { chosenRules, formatReport, InputError, type ReadSources, readSources } from "@tiphys/argo-lint/cli";
import { isFailure, type LintFlags } from "@tiphys/argo-lint/options";
import { lintSummary } from "@tiphys/argo-lint/report";
import { paintFor } from "@tiphys/argo-lint/terminal";
import { UsageError } from "../../definition/errors.js";
import { writeFileAtomicallySync } from "../../files/write-atomically.js";
import type { Project } from "../project/project.js";
import { projectImage } from "../project/project-image.js";
import { callersDirectory } from "../project/project-root.js";
import { projectRules } from "./project-rules.js";
import { dedupeFindings, projectSources } from "./project-sources.js";

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
  try {
    return await lint(project, paths, flags);
  } catch (error) {
    throw error instanceof InputError && error.isUsage ? new UsageError(error.message) : error;
  }
}

async function lint(project: Project, paths: readonly string[], flags: LintFlags): Promise<boolean> {
  const from = callersDirectory();
  const chosen = chosenRules(flags.rule, paths.length > 0 ? rules : projectRules);
  const { sources, others } = await sourcesOf(project, paths, from);
  const result = lintAndCount(sources, { rules: chosen });
  const all = paths.length === 0 ? dedupeFindings(result.findings) : result.findings;
  const findings = flags.quiet ? all.filter(({ severity }) => severity !== "note") : all;
  const files = paths.length === 0 ? 0 : result.files + others;
  const report = { ...result, findings, files, sources };
  if (flags.output === undefined) {
    process.stdout.write(
      formatReport(report, flags.format, { rules, from, paint: paintFor(process.stdout) }),
    );
  } else {
    writeFileAtomicallySync(resolve(from, flags.output), formatReport(report, flags.format, { rules, from }));
    console.log(`${lintSummary(report)}. Written to ${flags.output}`);
  }
  return !findings.some((finding) => isFailure(finding, flags));
}

async function sourcesOf(
  { workflows }: Project,
  paths: readonly string[],
  from: string,
): Promise<ReadSources> {
  if (paths.length > 0) return readSources(paths, from);
  return { sources: projectSources(workflows, projectImage()), others: 0 };
}
