import { surviveLostOutput } from "@tiphys/argo-lint/terminal";
import { Command, CommanderError } from "commander";
import { UnreachableError } from "../argo/client/server-error.js";
import { TransientError, UsageError } from "../definition/errors.js";
import { checkNpmOptions } from "./check-npm-options.js";
import { addBuildCommand } from "./commands/build.js";
import { addDataCommand } from "./commands/data.js";
import { addDescribeCommand } from "./commands/describe.js";
import { addGraphCommand } from "./commands/graph.js";
import { addHelpCommand } from "./commands/help.js";
import { addImageCommand } from "./commands/image.js";
import { addLintCommand } from "./commands/lint.js";
import { addReleaseCommand } from "./commands/release.js";
import { addRunCommand } from "./commands/run.js";
import { addRunsCommands } from "./commands/runs/index.js";
import { addActionCommands } from "./commands/server/actions.js";
import { addCpCommand } from "./commands/server/cp.js";
import { addGetCommand } from "./commands/server/get.js";
import { addListCommand } from "./commands/server/list.js";
import { addLogsCommand } from "./commands/server/logs.js";
import { addResumeCommand } from "./commands/server/resume.js";
import { addSubmitCommand } from "./commands/server/submit.js";
import { addTemplateAndCronCommands } from "./commands/server/template-and-cron.js";
import { addWatchCommand } from "./commands/server/watch.js";
import { addStepCommand } from "./commands/step.js";
import { addWhyCommand } from "./commands/why.js";
import { addYamlCommand } from "./commands/yaml.js";
import { exitCode } from "./process/exit-code.js";
import { reportError } from "./process/report-error.js";
import type { Project } from "./project/project.js";

/** Runs one command and sets the process's exit code. */
export async function runCommandLine(project: Project, args: readonly string[]): Promise<void> {
  const program = new Command("tiphys")
    .description("Runs this project's workflows and their steps.")
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false })
    .addHelpText(
      "after",
      `
Everyday commands have npm scripts: "npm start" is "run". Put their options after two hyphens:
  npm start -- --help
Other commands: npx --no tiphys COMMAND

Exit codes: 0 succeeded, 1 failed, 2 wrong usage, 3 incomplete (waits for a person, or needs something that this machine does not have), 75 a server or store cannot be reached, 130 interrupted.`,
    );
  addRunCommand(program, project);
  addWhyCommand(program, project);
  addStepCommand(program, project);
  addRunsCommands(program, project);
  addDescribeCommand(program, project);
  addGraphCommand(program, project);
  addYamlCommand(program, project);
  addLintCommand(program, project);
  addDataCommand(program, project);
  addHelpCommand(program);
  program.commandsGroup("Cluster:");
  addSubmitCommand(program, project);
  addGetCommand(program);
  addWatchCommand(program);
  addLogsCommand(program);
  addListCommand(program);
  addCpCommand(program, project);
  addResumeCommand(program, project);
  addActionCommands(program);
  addTemplateAndCronCommands(program, project);
  program.commandsGroup("Image and release:");
  addBuildCommand(program);
  addImageCommand(program);
  addReleaseCommand(program);
  letErrorsThrough(program);
  // The output of a run is a log and may be lost; the output of other commands is their result.
  surviveLostOutput(args[0] === "run" && !args.includes("--json"));
  try {
    checkNpmOptions(program, args);
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed the help or the message itself.
      process.exitCode = error.exitCode === 0 ? exitCode.succeeded : exitCode.usage;
      return;
    }
    reportError(error, args.includes("--verbose"));
    process.exitCode = exitCodeOf(error);
  }
}

/** Makes commander throw instead of ending the process; it has to be set for each command. */
function letErrorsThrough(command: Command): void {
  command.exitOverride();
  for (const inner of command.commands) letErrorsThrough(inner);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof UsageError) return exitCode.usage;
  const isTransient = error instanceof UnreachableError || error instanceof TransientError;
  return isTransient ? exitCode.unreachable : exitCode.failed;
}
