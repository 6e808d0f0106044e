import type { Command } from "commander";
import { runsOption } from "../../project/runs-directory.js";
import type { RunLogsFlags } from "../../runs/print-run-logs.js";

export function addRunsLogsCommand(runs: Command): void {
  runs
    .command("logs")
    .description("print what the steps of a run logged")
    .argument("[run]", 'its name, its directory or "latest"', "latest")
    .argument("[task]", "only this task and the tasks inside of it, such as evaluate or train/0")
    .option("--no-timestamps", "without the time before each line")
    .addOption(runsOption())
    .addHelpText(
      "after",
      `
Lines of several tasks are printed in the order of their times, each after the id of its task. A run that is still running has
the lines that were logged so far. "tiphys logs" prints the logs of a workflow in the cluster.

Examples:
  npx --no tiphys runs logs
  npx --no tiphys runs logs latest evaluate --no-timestamps`,
    )
    .action(async (run: string, task: string | undefined, flags: RunLogsFlags) => {
      const { printRunLogs } = await import("../../runs/print-run-logs.js");
      printRunLogs(run, task, flags);
    });
}
