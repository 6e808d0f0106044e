import { type Command, Option } from "commander";
import { wholeNumber } from "../../options/option-parsers.js";
import { runArgumentHelp } from "../../project/find-run.js";
import type { Project } from "../../project/project.js";
import { runsOption } from "../../project/runs-directory.js";
import type { PruneFlags } from "../../runs/tidy-runs.js";

interface RunsFlags {
  readonly runs?: string;
}

/** The subcommands that change what is kept of runs: `note`, `tag`, `remove` and `prune`. */
export function addRunsTidyCommands(runs: Command, project: Project): void {
  runs
    .command("note")
    .description('write a note to a run; "" removes it, and without a text it is printed')
    .argument("<run>", runArgumentHelp)
    .argument("[text]", "the note")
    .addOption(runsOption())
    .action(async (run: string, text: string | undefined, flags: RunsFlags) => {
      const { noteRun } = await import("../../runs/annotate-run.js");
      noteRun(flags.runs, run, text);
    });
  runs
    .command("tag")
    .description("tag a run: prune keeps it, and --where tag=NAME finds it")
    .argument("<run>", runArgumentHelp)
    .argument("[tags...]", "tags to add; without any they are printed")
    .option("--remove <tags...>", "tags to remove")
    .addOption(runsOption())
    .action(async (run: string, tags: string[], flags: RunsFlags & { readonly remove?: string[] }) => {
      const { tagRun } = await import("../../runs/annotate-run.js");
      tagRun(flags.runs, run, tags, flags.remove ?? []);
    });
  runs
    .command("remove")
    .description("remove runs with all their files; not one that is running or tagged")
    .argument("<runs...>", runArgumentHelp)
    .option("--force", "also one that was killed on another machine, and therefore counts as running")
    .addOption(runsOption())
    .action(async (names: string[], flags: RunsFlags & { readonly force?: true }) => {
      const { removeRuns } = await import("../../runs/tidy-runs.js");
      removeRuns(project, names, flags.runs, flags.force);
    });
  runs
    .command("prune")
    .description("remove old runs; not one that is running, tagged, latest, or the newest of its workflow")
    .addOption(
      new Option("--keep <count>", "keep the newest of each workflow").argParser(wholeNumber("--keep", 1)),
    )
    .option("--older <age>", "only those older than 30d, 12h or 4w")
    .option("--dry-run", "only print which ones")
    .option("--yes", "do not ask")
    .addOption(runsOption())
    .addHelpText(
      "after",
      `
With both options, a run is removed if it is older and not among the newest.

Examples:
  npx --no tiphys runs prune --keep 20 --dry-run
  npx --no tiphys runs prune --keep 20 --older 30d`,
    )
    .action(async (flags: PruneFlags) => {
      const { pruneRuns } = await import("../../runs/tidy-runs.js");
      await pruneRuns(project, flags);
    });
}
