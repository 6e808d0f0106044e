import { didYouMean } from "@tiphys/argo-lint/text";
import { type Command, Option } from "commander";
import { UsageError } from "../../../definition/errors.js";
import { collect, wholeNumber } from "../../options/option-parsers.js";
import type { Project } from "../../project/project.js";
import { runsOption } from "../../project/runs-directory.js";
import type { ListRunsFlags } from "../../runs/print-list.js";

export function addRunsListCommand(runs: Command, project: Project): void {
  const command = runs
    .command("list", { isDefault: true })
    .description('list the runs, the newest first; what "runs" does without a subcommand')
    .argument("[subcommand]")
    .option(
      "--sort <name>",
      "by a metric, the best first, or by a parameter, name, workflow, started, seconds",
    )
    .option(
      "--where <condition>",
      "only runs such as 'C>=0.1', 'auc>0.8', phase=Failed, tag=baseline; may be repeated",
      collect,
    )
    .addOption(new Option("--limit <count>", "only the first ones").argParser(wholeNumber("--limit", 1)))
    .option("--json", "print the runs as JSON and nothing else")
    .addOption(runsOption())
    .action(async (word: string | undefined, flags: ListRunsFlags) => {
      if (word !== undefined) throw unknownSubcommand(runs, word);
      const { printRunsList } = await import("../../runs/print-list.js");
      printRunsList(project, flags);
    });
  // The argument exists only for a message about a misspelt subcommand.
  command.usage("[options]");
}

function unknownSubcommand(runs: Command, word: string): UsageError {
  const names = runs.commands.map((each) => each.name());
  return new UsageError(
    `There is no subcommand "runs ${word}".${didYouMean(word, names)} Available: ${names.join(", ")}.`,
  );
}
