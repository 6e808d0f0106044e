import type { Command } from "commander";
import { runArgumentHelp } from "../../project/find-run.js";
import type { Project } from "../../project/project.js";
import { runsOption } from "../../project/runs-directory.js";

/** The options of `runs page`. */
export interface RunsPageFlags {
  readonly runs?: string;
}

export function addRunsPageCommand(runs: Command, project: Project): void {
  runs
    .command("page")
    .description(
      "write pages for a browser: index.html with all runs, compare.html with some beside each other",
    )
    .argument(
      "[runs...]",
      `two to eight runs to compare, each with the first; each is ${runArgumentHelp} (default: the four newest that succeeded)`,
    )
    .addOption(runsOption())
    .action(async (names: string[], flags: RunsPageFlags) => {
      const { writeRunsPages } = await import("../../runs/write-runs-pages.js");
      await writeRunsPages(project, names, flags);
    });
}
