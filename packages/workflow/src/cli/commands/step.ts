import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import * as z from "zod";
import { exitCodeOf, exitCodes, UsageError, UserError } from "../../definition/errors.js";
import { findSteps } from "../../definition/find-steps.js";
import { didYouMean } from "../../definition/nearest.js";
import type { Port } from "../../definition/port.js";
import type { Step } from "../../definition/step.js";
import { executeStep } from "../../execution/execute-step.js";
import type { StepJob, StepListener } from "../../execution/step-job.js";
import { inputsFromRun } from "../inputs-from-run.js";
import { collectPair } from "../key-values.js";
import type { Project } from "../main.js";
import { callersDirectory, shortPath } from "../project-root.js";
import { runsDirectory, runsOption } from "../runs-option.js";

interface StepFlags {
  readonly inputs?: string;
  readonly outputs?: string;
  readonly fromRun?: string;
  readonly task?: string;
  readonly input?: readonly [string, string][];
  readonly set?: readonly [string, string][];
  readonly runs?: string;
  readonly verbose?: true;
}

const podFolder = "/tmp/argo";

export function addStepCommand(program: Command, project: Project): void {
  program
    .command("step")
    .description("run one step, as a pod does, or again on what a run left")
    .argument("<name>", "name of the step")
    .argument("[parameters-file]", 'JSON as Argo writes it: [{"name": …, "value": …}], or null')
    .option(
      "--outputs <directory>",
      `gets the outputs (default: ${join(podFolder, "outputs")}, or runs/step-NAME with the options for people)`,
    )
    .option("--verbose", "show where an error comes from")
    .optionsGroup("For people:")
    .option("--from-run <run>", 'take inputs from a run: its name, its directory, or "latest"')
    .option("--task <id>", "which of the run's tasks, where several run the step")
    .option("--input <name=file>", "an input artifact; may be repeated", collectPair("--input"))
    .option("--set <name=value>", "a parameter; may be repeated", collectPair("--set"))
    .addOption(runsOption())
    .optionsGroup("In a pod:")
    .option(
      "--inputs <directory>",
      `holds the input artifacts under their names (default: ${join(podFolder, "inputs")})`,
    )
    .addHelpText(
      "after",
      `
"describe NAME" tells a step's inputs and outputs. Examples:
  pipeline step NAME --from-run latest
  pipeline step NAME --from-run latest --set parameter=value
  pipeline step NAME --input artifact=file --input another=file --set parameter=value

Exit codes: 0 succeeded, 1 failed, 2 wrong usage, 65 a value breaks its contract, 75 a passing trouble.`,
    )
    .action(async (name: string, file: string | undefined, flags: StepFlags) => {
      const step = chooseStep(project, name);
      process.exitCode = await runStep(step, file, flags);
    });
}

function chooseStep(project: Project, name: string): Step {
  const steps = findSteps(project.workflows);
  const step = steps.get(name);
  if (step !== undefined) return step;
  throw new UsageError(
    `There is no step "${name}".${didYouMean(name, steps.keys())} There is ${[...steps.keys()].join(", ")}.`,
  );
}

async function runStep(step: Step, file: string | undefined, flags: StepFlags): Promise<number> {
  const byHand = [flags.fromRun, flags.input, flags.set, flags.task].some((option) => option !== undefined);
  const job = byHand ? jobByHand(step, file, flags) : jobOfPod(step, file, flags);
  try {
    makeOutputs(job.outputs);
    await executeStep(step, job, listener(), new AbortController().signal);
    if (byHand) console.log(`${step.name}: outputs in ${shortPath(job.outputs)}`);
    return exitCodes.succeeded;
  } catch (error) {
    report(step, error, flags.verbose === true);
    return exitCodeOf(error);
  }
}

function makeOutputs(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new UserError(
      `The outputs directory ${directory} cannot be made (${error instanceof Error ? error.message : error}). ` +
        "Name another with --outputs DIRECTORY.",
    );
  }
}

function jobOfPod(step: Step, file: string | undefined, flags: StepFlags): StepJob {
  const inputs = resolve(flags.inputs ?? join(podFolder, "inputs"));
  const needsInputs = Object.values(step.inputs).some(({ need }) => need === "required");
  if (file === undefined && needsInputs && !existsSync(inputs)) {
    throw new UsageError(
      `${step.name} needs inputs. Take those of a run with --from-run latest, or give them with --input NAME=FILE and --set NAME=VALUE.`,
    );
  }
  const artifacts = Object.entries(step.inputs).flatMap(([name, port]): [string, string][] => {
    const path = join(inputs, name);
    return port.kind === "artifact" && existsSync(path) ? [[name, path]] : [];
  });
  return {
    parameters: file === undefined ? {} : readParametersFile(file),
    artifacts: Object.fromEntries(artifacts),
    outputs: resolve(flags.outputs ?? join(podFolder, "outputs")),
    attempt: Number(process.env.STEP_RETRIES ?? 0) + 1,
  };
}

const parametersSchema = z.array(z.object({ name: z.string(), value: z.string() })).nullable();

function readParametersFile(file: string): Record<string, string> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(
      `The parameters file ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  const result = parametersSchema.safeParse(content);
  if (!result.success) {
    throw new UsageError(
      `The parameters file ${file} is not what Argo writes: expected [{"name": …, "value": "…"}] or null.`,
    );
  }
  return Object.fromEntries((result.data ?? []).map(({ name, value }) => [name, value]));
}

function jobByHand(step: Step, file: string | undefined, flags: StepFlags): StepJob {
  const { input = [], set = [] } = flags;
  if (file !== undefined || flags.inputs !== undefined) {
    throw new UsageError(
      `${file === undefined ? "--inputs" : `The parameters file ${file}`} is for pods. Leave it out where --from-run, --input or --set is given.`,
    );
  }
  if (flags.task !== undefined && flags.fromRun === undefined) {
    throw new UsageError("--task names a task of a run. Name the run too: --from-run latest");
  }
  const runs = runsDirectory(flags.runs);
  const fromRun =
    flags.fromRun === undefined
      ? { parameters: {}, artifacts: {} }
      : inputsFromRun(runs, flags.fromRun, step, flags.task);
  for (const [name] of input) checkInput(step, name, "artifact");
  for (const [name] of set) checkInput(step, name, "parameter");
  const files = input.map(([name, path]): [string, string] => [name, resolve(callersDirectory(), path)]);
  const missing = files.find(([, path]) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`--input ${missing[0]}: there is no file ${missing[1]}.`);
  return {
    parameters: { ...fromRun.parameters, ...Object.fromEntries(set) },
    artifacts: { ...fromRun.artifacts, ...Object.fromEntries(files) },
    outputs:
      flags.outputs === undefined
        ? join(runs, `step-${step.name}`)
        : resolve(callersDirectory(), flags.outputs),
    attempt: 1,
  };
}

function checkInput(step: Step, name: string, kind: Port["kind"]): void {
  const names = Object.keys(step.inputs);
  const port = names.includes(name) ? step.inputs[name] : undefined;
  if (port === undefined) {
    const known = names.length === 0 ? "It has none." : `It has ${names.join(", ")}.`;
    throw new UsageError(`${step.name} has no input "${name}".${didYouMean(name, names) || ` ${known}`}`);
  }
  if (port.kind === kind) return;
  throw new UsageError(
    port.kind === "artifact"
      ? `${step.name}: "${name}" is an artifact. Give it a file: --input ${name}=FILE`
      : `${step.name}: "${name}" is a parameter. Give it a value: --set ${name}=VALUE`,
  );
}

function listener(): StepListener {
  const progressFile = process.env.ARGO_PROGRESS_FILE;
  return {
    log: (line) => console.log(line),
    progress: (done, total) => {
      if (progressFile !== undefined) writeFileSync(progressFile, `${done}/${total}\n`);
    },
  };
}

/** The message comes last: it is what a log is searched for, and what whoever started the process takes from it. */
function report(step: Step, error: unknown, verbose: boolean): void {
  const debug = verbose || (process.env.DEBUG ?? "") !== "";
  if (error instanceof Error && (debug || !(error instanceof UserError))) console.error(error.stack);
  const message = error instanceof Error ? error.message || error.name : String(error);
  console.error(`${step.name}: ${message}`);
}
