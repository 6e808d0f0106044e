import { addLintOptions, type LintFlags } from "@tiphys/argo-lint/options";
import type { Command } from "commander";
import { exitCode } from "../process/exit-code.js";
import type { Project } from "../project/project.js";

export function addLintCommand(program: Command, project: Project): void {
  addLintOptions(program.command("lint"))
    .description("find errors that Argo Workflows would refuse in manifests, and likely mistakes")
    .argument("[paths...]", "files, folders, or - for standard input (default: the project's workflows)")
    .addHelpText(
      "after",
      `
Files may contain several manifests, and refer to manifests in other files of the same call. Folders are searched for .yaml,
.yml and .json files, except hidden folders and node_modules. Files without an Argo manifest pass.

Examples:
  npx --no tiphys lint                              this project's workflows
  npx --no tiphys lint manifests/ cron.yaml         files and folders
  helm template chart | npx --no tiphys lint -      the output of another program
  npx --no tiphys lint --strict --format github .   in GitHub Actions, next to the changed lines
  npx --no tiphys lint --format sarif --output lint.sarif .

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
