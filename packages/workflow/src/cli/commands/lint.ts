import { type Command, Option } from "commander";
import { exitCode } from "../exit-code.js";
import { type LintFlags, reportFormats } from "../lint/lint-flags.js";
import { collect } from "../pair-option.js";
import type { Project } from "../project.js";

export function addLintCommand(program: Command, project: Project): void {
  program
    .command("lint")
    .description("find what Argo Workflows would refuse in manifests, and what is a mistake in them")
    .argument("[paths...]", "files, folders, or - for standard input; the project's workflows where left out")
    .option("--strict", "fail on warnings too")
    .option("--quiet", "errors and warnings only, no notes")
    .option("--rule <name>", "follow this rule only; may be repeated", collect, [])
    .addOption(new Option("--format <format>", "how to tell").choices(reportFormats).default("text"))
    .option("--output <file>", "write to a file; standard output gets the summary")
    .addHelpText(
      "after",
      `
Files may hold several manifests, and refer to those of other files of the same call. In folders, .yaml, .yml and .json
files are looked at; hidden folders and node_modules are left out. Files without a manifest of Argo pass.

Examples:
  npx --no pipeline lint                              this project's workflows
  npx --no pipeline lint manifests/ cron.yaml         files and folders
  helm template chart | npx --no pipeline lint -      what another program writes
  npx --no pipeline lint --strict --format github .   in GitHub Actions, beside the lines of a change
  npx --no pipeline lint --format sarif --output lint.sarif .

A comment silences a rule, on its line or the next: # lint-ignore RULE
For a whole document:                               # lint-ignore-document RULE
Every rule with examples: docs/lint.md

Exit codes: 0 nothing that counts, 1 errors (with --strict warnings too), 2 wrong usage.`,
    )
    .action(async (paths: readonly string[], flags: LintFlags) => {
      const { runLint } = await import("../lint/run-lint.js");
      if (!(await runLint(project, paths, flags))) process.exitCode = exitCode.failed;
    });
}
