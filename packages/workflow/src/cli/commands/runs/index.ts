import type { Command } from "commander";
import type { Project } from "../../project/project.js";
import { addRunsExportCommand } from "./export.js";
import { addRunsListCommand } from "./list.js";
import { addRunsLogsCommand } from "./logs.js";
import { addRunsPageCommand } from "./page.js";
import { addRunsShowCommands } from "./show.js";
import { addRunsTidyCommands } from "./tidy.js";

/** `runs` and its subcommands, one file for each. Without a subcommand it lists. */
export function addRunsCommands(program: Command, project: Project): void {
  const runs = program.command("runs").description("list, compare and tidy up the runs on this machine");
  addRunsListCommand(runs, project);
  addRunsShowCommands(runs, project);
  addRunsLogsCommand(runs);
  addRunsPageCommand(runs, project);
  addRunsExportCommand(runs, project);
  addRunsTidyCommands(runs, project);
}
