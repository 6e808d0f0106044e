import type { Command } from "commander";
import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import { flushTree } from "../../files/flush-to-disk.js";
import { collectPair } from "../options/option-parsers.js";
import { chooseStep } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { shortPath } from "../project/project-root.js";
import { runsOption } from "../project/runs-directory.js";
import { isManual, manualJob, type StepFlags } from "../step/manual-job.js";
import { jobOfPod } from "../step/pod-job.js";
import { runJob } from "../step/run-job.js";

export function addStepCommand(program: Command, project: Project): void {
  program
    .command("step")
    .description("run one step as a pod does, or again on the inputs of a run")
    .argument("<name>", "name of the step")
    .argument("[parameters-file]", 'JSON as Argo writes it: [{"name": …, "value": …}], or null')
    .option(
      "--outputs <directory>",
      `folder for the outputs (default: ${outputsFolder}, or runs/step-NAME with the options for people)`,
    )
    .option("--verbose", "show where an error comes from")
    .optionsGroup("For people:")
    .option(
      "--from-run <run>",
      'take inputs from a run: its name, its directory, or "latest", the newest that has the step',
    )
    .option("--task <id>", "which of the run's tasks, if several run the step")
    .option("--input <name=file>", "an input artifact; may be repeated", collectPair("--input"))
    .option("--set <name=value>", "a parameter; may be repeated", collectPair("--set"))
    .addOption(runsOption())
    .optionsGroup("In a pod:")
    .option(
      "--inputs <directory>",
      `folder with the input artifacts under their names (default: ${inputsFolder})`,
    )
    .addHelpText(
      "after",
      `
"describe NAME" lists a step's inputs and outputs. Examples:
  npx --no tiphys step NAME --from-run latest
  npx --no tiphys step NAME --from-run latest --set parameter=value
  npx --no tiphys step NAME --input artifact=file --input another=file --set parameter=value

Exit codes: 0 succeeded, 1 failed, 2 wrong usage, 65 a value violates its contract, 75 a transient error.`,
    )
    .action(async (name: string, file: string | undefined, flags: StepFlags) => {
      const step = chooseStep(project, name);
      const byHand = isManual(flags);
      const job = byHand ? await manualJob(step, file, flags) : jobOfPod(step, file, flags);
      process.exitCode = await runJob(step, job, flags.verbose === true);
      if (byHand && process.exitCode === 0) {
        await flushTree(job.outputs);
        console.log(`${step.name}: outputs in ${shortPath(job.outputs)}`);
      }
    });
}
