// `npm run init`: turns the template into a new project, and removes itself.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { surviveLostOutput } from "@tiphys/argo-lint/terminal";
import { printableLines } from "@tiphys/argo-lint/text";
import { ContractError, UserError } from "@tiphys/workflow";
import { applyChanges } from "../engine-update/apply-changes.js";
import { restoreInterrupted } from "../engine-update/restore-interrupted.js";
import { checkNoDataLoss } from "./check-no-data-loss.js";
import { requireFreshTemplate } from "./fresh-template.js";
import { readOptions, usage } from "./options.js";
import { planChanges } from "./plan-changes.js";
import { planProject, questions } from "./plan-project.js";
import { onTerminal, takingProposals } from "./questions.js";
import { initSummary } from "./summary.js";

const root = join(import.meta.dirname, "..");

async function init(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(usage);
  const folder = process.env.INIT_CWD ?? process.cwd();
  if (restoreInterrupted(root)) console.log("An earlier run was interrupted: its changes were rolled back.");
  if (!options.force) requireFreshTemplate(root);
  const isAsked = process.stdin.isTTY === true && process.stdout.isTTY === true && !options.yes;
  const needed = options.yes
    ? []
    : ([
        [questions.name, "--name"],
        [questions.target, "--target"],
      ] as const);
  const asked = isAsked ? onTerminal() : takingProposals(new Map(needed));
  try {
    const project = await planProject(options, folder, asked);
    const changes = planChanges(root, project);
    if (!options.force) checkNoDataLoss(root, project, changes);
    applyChanges(root, changes, format);
    for (const line of initSummary(project)) console.log(printableLines(line));
  } finally {
    asked.close();
  }
}

/** Formats the new files. */
function format(staged: string): void {
  const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
  const args = ["check", "--write", "--no-errors-on-unmatched", "--vcs-enabled=false", staged];
  execFileSync(process.execPath, [biome, ...args], { cwd: root, stdio: ["ignore", "ignore", "pipe"] });
}

surviveLostOutput(false);
try {
  await init();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  console.error(printableLines(error.message));
  process.exitCode = error instanceof ContractError ? 1 : 2;
}
