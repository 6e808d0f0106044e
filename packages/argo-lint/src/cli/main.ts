import { resolve } from "node:path";
import { Command, CommanderError } from "commander";
import writeFileAtomic from "write-file-atomic";
import { lintAndCount, rules } from "../index.js";
import { lintSummary } from "../report/index.js";
import { paintFor, surviveLostOutput } from "../terminal/index.js";
import { printableLines } from "../text/printable.js";
import { chosenRules } from "./chosen-rules.js";
import { formatReport } from "./format-report.js";
import { InputError } from "./input-error.js";
import { addLintOptions, isFailure, type LintFlags } from "./options/index.js";
import { readSources } from "./read-sources.js";

/** Runs `argo-lint` with these arguments and sets the process's exit code. */
export async function runArgoLint(args: readonly string[]): Promise<void> {
  surviveLostOutput(false);
  const program = addLintOptions(new Command("argo-lint"))
    .description("Finds errors that Argo Workflows would refuse in manifests, and likely mistakes.")
    .argument("<paths...>", "files, folders, or - for standard input")
    .addHelpText(
      "after",
      `
Files may contain several manifests, and refer to manifests in other files of the same call. Folders are searched for .yaml,
.yml and .json files, except hidden folders and node_modules. Files without an Argo manifest pass.

Examples:
  argo-lint manifests/ cron.yaml
  helm template chart | argo-lint -
  argo-lint --strict --format github .   in GitHub Actions, next to the changed lines
  argo-lint --format sarif --output lint.sarif .

A comment silences a rule, on its line or the next: # lint-ignore RULE
For a whole document:                               # lint-ignore-document RULE

Exit codes: 0 no errors, 1 errors (with --strict warnings too), 2 wrong usage.`,
    )
    .exitOverride()
    .action(lintPaths);
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed the help or the message itself.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    if (!(error instanceof InputError)) throw error;
    console.error(printableLines(error.message));
    process.exitCode = error.isUsage ? 2 : 1;
  }
}

async function lintPaths(paths: readonly string[], flags: LintFlags): Promise<void> {
  const from = process.cwd();
  const { sources, others } = await readSources(paths, from);
  const result = lintAndCount(sources, { rules: chosenRules(flags.rule) });
  const findings = flags.quiet
    ? result.findings.filter(({ severity }) => severity !== "note")
    : result.findings;
  const report = { ...result, findings, files: result.files + others, sources };
  const paint = flags.output === undefined ? paintFor(process.stdout) : undefined;
  const text = formatReport(report, flags.format, { rules, paint, from });
  if (flags.output === undefined) process.stdout.write(text);
  else {
    await writeFileAtomic(resolve(from, flags.output), text);
    console.log(`${lintSummary(report)}. Written to ${flags.output}`);
  }
  if (findings.some((finding) => isFailure(finding, flags))) process.exitCode = 1;
}
