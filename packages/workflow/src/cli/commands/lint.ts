import { type Command, Option } from "commander";
import { type LintFlags, reportFormats } from "../lint/lint-flags.js";
import { collect } from "../options/option-parsers.js";
import { exitCode } from "../process/exit-code.js";
import type { Project } from "../project/project.js";

export function addLintCommand(program: Command, project: Project): void {
  program
    .command("lint")
    .description("find errors that Argo Workflows would refuse in manifests, and likely mistakes")
    .argument("[paths...]", "files, folders, or - for standard input (default: the project's workflows)")
    .option("--strict", "fail on warnings too")
    .option("--quiet", "errors and warnings only, no notes")
    .option("--rule <name>", "check this rule only; may be repeated", collect, [])
    .addOption(new Option("--format <format>", "report format").choices(reportFormats).default("text"))
    .option("--output <file>", "write the report to a file; standard output gets the summary")
    .addHelpText(
      "after",
      `
Files may contain several manifests, and refer to manifests in other files of the same call. Folders are searched for .yaml,
.yml and .json files, except hidden folders and node_modules. Files without an Argo manifest pass.

Examples:
  npx --no pipeline lint                              this project's workflows
  npx --no pipeline lint manifests/ cron.yaml         files and folders
  helm template chart | npx --no pipeline lint -      the output of another program
  npx --no pipeline lint --strict --format github .   in GitHub Actions, next to the changed lines
  npx --no pipeline lint --format sarif --output lint.sarif .

A comment silences a rule, on its line or the next: # lint-ignore RULE
For a whole document:                               # lint-ignore-document RULE
Every rule with examples: docs/lint.md

Exit codes: 0 no errors, 1 errors (with --strict warnings too), 2 wrong usage.`,
    )
    .action(async (paths: readonly string[], flags: LintFlags) => {
      const { runLint } = await import("../lint/run-lint.js");
      if (!(await runLint(project, paths, flags))) process.exitCode = exitCode.failed;
    });
}
