import { availableParallelism } from "node:os";
import { type Command, InvalidArgumentError, Option } from "commander";
import { UsageError } from "../../definition/errors.js";
import type { Workflow } from "../../definition/graph.js";
import { describeValue } from "../describe/describe-port.js";
import { collect, collectPair } from "../options/option-parsers.js";
import { withRunParameters } from "../parameters/with-file-parameters.js";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { runsDirectory, runsOption } from "../project/runs-directory.js";
import { executeRun, type RunFlags } from "../run/execute-run.js";

export function addRunCommand(program: Command, project: Project): void {
  program
    .command("run")
    .description("run a workflow on this machine")
    .argument("[workflow]", `its name (default: ${project.workflows[0].name})`)
    .option(
      "--set <name=value>",
      "set a parameter, or an artifact to a file or to s3://BUCKET/KEY; may be repeated",
      collectPair("--set"),
    )
    .option(
      "--params <file>",
      "set what a YAML or JSON file says; may be repeated, --set and later files win (params.yaml is read in any case)",
      collect,
    )
    .addOption(
      new Option(
        "--sweep <name=value,value>",
        "a run for each value, side by side, and one table at the end; may be repeated: all combinations",
      )
        .argParser(collectPair("--sweep"))
        .conflicts(["resume", "store", "verifyCache"]),
    )
    .option("--approve <task.field=value>", "answer for a person; may be repeated", collectPair("--approve"))
    .addOption(
      new Option("--parallelism <n>", "how many steps run at the same time")
        .argParser(wholeNumber)
        .default(availableParallelism(), "one per processor"),
    )
    .option("--isolated", "run each step in its own process, as a pod does")
    .addOption(
      new Option(
        "--image <name>",
        "run each step in a container of this image: read-only, without rights and network",
      ).conflicts("isolated"),
    )
    .optionsGroup("After an earlier run:")
    .option(
      "--resume [run]",
      "go on with a run that failed or was stopped: its inputs, and what succeeded in it (default: the newest)",
    )
    .option("--from <task>", "run this task and what follows from it again, whatever the cache has")
    .option("--until <task>", "run only this task and what it needs")
    .option(
      "--no-cache",
      "run every step, also those whose code, inputs and parameters have not changed (as with TIPHYS_CACHE=off)",
    )
    .option("--verify-cache", "run steps again whose outputs could be taken, and compare the bytes")
    .optionsGroup("Options:")
    .addOption(runsOption())
    .option("--store <address>", "also store the run in s3://BUCKET/PREFIX?endpoint=…, or a folder")
    .option("--json", "print the run's record as JSON and nothing else")
    .option("--verbose", "show where an error comes from")
    // Refuses an unknown name before anything is printed.
    .addHelpText("before", ({ command }) => {
      workflowsFor(project, command.args[0]);
      return "";
    })
    .addHelpText("after", ({ command }) => `\n${inputsHelp(workflowsFor(project, command.args[0]))}`)
    .action(async (name: string | undefined, flags: RunFlags) => {
      if (flags.resume === undefined) {
        const workflow = chooseWorkflow(project, name);
        const given = await withRunParameters(workflow, flags, project.workflows);
        if (flags.sweep === undefined) return executeRun(workflow, given);
        const both = flags.set?.find(([set]) => flags.sweep?.some(([swept]) => swept === set));
        if (both !== undefined) throw new UsageError(`${both[0]} is in --set and in --sweep. Leave one out.`);
        const { executeSweep } = await import("../sweep/execute-sweep.js");
        return executeSweep(workflow, given, flags.sweep);
      }
      const { runToResume } = await import("../run/resumed-run.js");
      const { workflow, resumed } = runToResume(project, name, flags.resume, runsDirectory(flags.runs));
      // The earlier run's inputs take the place of params.yaml.
      return executeRun(workflow, await withRunParameters(workflow, flags), resumed);
    });
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("Expected a whole number from 1.");
}

/** The workflows that the help describes: the one named with --help, or all. */
function workflowsFor(project: Project, name: string | undefined): readonly Workflow[] {
  return name === undefined || name.startsWith("-") ? project.workflows : [chooseWorkflow(project, name)];
}

/** The inputs that `--set` takes, with ranges and defaults. */
function inputsHelp(workflows: readonly Workflow[]): string {
  const paragraphs = workflows.map((workflow) => {
    const inputs = Object.entries(workflow.inputs);
    if (inputs.length === 0) return `${workflow.name} has nothing to set.`;
    const options = inputs.map(([name, port]): [string, string] => [
      `--set ${name}=${port.kind === "parameter" ? "…" : "PATH"}`,
      describeValue(name, port),
    ]);
    const width = Math.max(...options.map(([option]) => option.length)) + 2;
    const lines = options.map(([option, meaning]) => `  ${option.padEnd(width)}${meaning}`);
    return [`What can be set in ${workflow.name}:`, ...lines].join("\n");
  });
  return paragraphs.join("\n\n");
}
