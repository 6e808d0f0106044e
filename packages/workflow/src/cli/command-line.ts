import { Command, CommanderError } from "commander";
import { UsageError } from "../definition/errors.js";
import { addDescribeCommand } from "./commands/describe.js";
import { addGraphCommand } from "./commands/graph.js";
import { addRunCommand } from "./commands/run.js";
import { addStepCommand } from "./commands/step.js";
import { addYamlCommand } from "./commands/yaml.js";
import { exitCode } from "./exit-code.js";
import type { Project } from "./main.js";
import { reportError } from "./report-error.js";

/** Runs one command and sets the process's exit code. */
export async function runCommandLine(project: Project, args: readonly string[]): Promise<void> {
  const program = new Command("pipeline")
    .description("Runs this project's workflows and their steps.")
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      "after",
      `
Everyday commands have npm scripts: "npm start" is "run". Options for them go behind two hyphens:
  npm start -- --help
For the rest: npx --no pipeline COMMAND

Exit codes: 0 succeeded, 1 failed, 2 wrong usage, 3 incomplete (waits for a person, or needs what this machine does not have), 130 interrupted.`,
    );
  addRunCommand(program, project);
  addStepCommand(program, project);
  addDescribeCommand(program, project);
  addGraphCommand(program, project);
  addYamlCommand(program, project);
  for (const command of [program, ...program.commands]) command.exitOverride();
  surviveClosedPipes();
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed the help or the message itself.
      process.exitCode = error.exitCode === 0 ? exitCode.succeeded : exitCode.usage;
      return;
    }
    reportError(error, args.includes("--verbose"));
    process.exitCode = error instanceof UsageError ? exitCode.usage : exitCode.failed;
  }
}

/** Whoever reads may have seen enough, as in `pipeline run | head`: the run goes on without being watched. */
function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
