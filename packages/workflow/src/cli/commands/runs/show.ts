import { type Command, Option } from "commander";
import { collect } from "../../options/option-parsers.js";
import { runArgumentHelp } from "../../project/find-run.js";
import type { Project } from "../../project/project.js";
import { runsOption } from "../../project/runs-directory.js";
import type { BestFlags } from "../../runs/print-best.js";
import type { CompareFlags } from "../../runs/print-compare.js";

/** The subcommands that show runs: `show`, `compare` and `best`. */
export function addRunsShowCommands(runs: Command, project: Project): void {
  runs
    .command("show")
    .description("show a run: parameters, metrics, inputs, tasks")
    .argument("<run>", runArgumentHelp)
    .option("--json", "print it as JSON and nothing else")
    .addOption(runsOption())
    .action(async (name: string, flags: CompareFlags) => {
      const { findRuns } = await import("../../runs/find-runs.js");
      const { describeSummary } = await import("../../runs/show-run.js");
      for (const run of findRuns(project, flags.runs, [name])) {
        const text = flags.json ? JSON.stringify(run, null, 2) : describeSummary(run).join("\n");
        process.stdout.write(`${text}\n`);
      }
    });
  runs
    .command("compare")
    .description("show runs side by side, with ≠ where they differ, and compare each with the first")
    .argument("<runs...>", runArgumentHelp)
    .option("--json", "print the comparison as JSON and nothing else")
    .addOption(runsOption())
    .action(async (names: string[], flags: CompareFlags) => {
      const { printComparison } = await import("../../runs/print-compare.js");
      await printComparison(project, names, flags);
    });
  runs
    .command("best")
    .description("show the run with the best value of a metric")
    .requiredOption("--by <metric>", "the metric")
    .addOption(
      new Option(
        "--direction <which>",
        "whether higher or lower is better, if the workflow does not say",
      ).choices(["maximize", "minimize"]),
    )
    .option("--where <condition>", "only among runs such as 'C>=0.1'; may be repeated", collect)
    .option("--json", "print it as JSON and nothing else")
    .addOption(runsOption())
    .action(async (flags: BestFlags) => {
      const { printBest } = await import("../../runs/print-best.js");
      printBest(project, flags);
    });
}
