import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import * as z from "zod";
import { exitCodeOf, exitCodes, UsageError, UserError } from "../../definition/errors.js";
import { findSteps } from "../../definition/find-steps.js";
import { didYouMean } from "../../definition/nearest.js";
import type { Step } from "../../definition/step.js";
import { executeStep } from "../../execution/execute-step.js";
import type { StepJob, StepListener } from "../../execution/step-job.js";
import { inputsFromRun } from "../inputs-from-run.js";
import { collectPair } from "../key-values.js";
import type { Project } from "../main.js";
import { callersDirectory, projectRoot, shortPath } from "../project-root.js";

interface StepFlags {
  readonly inputs: string;
  readonly outputs?: string;
  readonly fromRun?: string;
  readonly task?: string;
  readonly input: readonly [string, string][];
  readonly set: readonly [string, string][];
  readonly runs: string;
  readonly verbose?: true;
}

const podFolder = "/tmp/argo";

export function addStepCommand(program: Command, project: Project): void {
  program
    .command("step")
    .description("run one step, as a pod does, or again on what a run left")
    .argument("<name>", "name of the step")
    .argument("[parameters-file]", 'JSON as Argo writes it: [{"name": …, "value": …}], or null')
    .option("--inputs <directory>", "holds the input artifacts under their names", join(podFolder, "inputs"))
    .option(
      "--outputs <directory>",
      "gets the outputs (default: /tmp/argo/outputs, or runs/step-NAME with the options below)",
    )
    .option("--from-run <run>", 'take inputs from a run: its name, its directory, or "latest"')
    .option("--task <id>", "which of the run's tasks, where several run the step")
    .option("--input <name=file>", "an input artifact; may be repeated", collectPair("--input"), [])
    .option("--set <name=value>", "a parameter; may be repeated", collectPair("--set"), [])
    .option("--runs <directory>", "where runs are kept", join(projectRoot(), "runs"))
    .option("--verbose", "show where an error comes from")
    .addHelpText(
      "after",
      `
Examples:
  pipeline step evaluate --from-run latest
  pipeline step feature-scaling --input xTrain=a.arrow --input xTest=b.arrow

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
  const byHand = flags.fromRun !== undefined || flags.input.length > 0 || flags.set.length > 0;
  const job = byHand ? jobByHand(step, flags) : jobOfPod(step, file, flags);
  try {
    mkdirSync(job.outputs, { recursive: true });
    await executeStep(step, job, listener(), new AbortController().signal);
    if (byHand) console.log(`${step.name}: outputs in ${shortPath(job.outputs)}`);
    return exitCodes.succeeded;
  } catch (error) {
    report(step, error, flags.verbose === true);
    return exitCodeOf(error);
  }
}

function jobOfPod(step: Step, file: string | undefined, flags: StepFlags): StepJob {
  const artifacts = Object.entries(step.inputs).flatMap(([name, port]): [string, string][] => {
    const path = join(resolve(flags.inputs), name);
    return port.kind === "artifact" && existsSync(path) ? [[name, path]] : [];
  });
  return {
    parameters: file === undefined ? {} : readParametersFile(file),
    artifacts: Object.fromEntries(artifacts),
    outputs: resolve(flags.outputs ?? join(podFolder, "outputs")),
    attempt: Number(process.env.STEP_ATTEMPT ?? 1),
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

function jobByHand(step: Step, flags: StepFlags): StepJob {
  const fromRun =
    flags.fromRun === undefined
      ? { parameters: {}, artifacts: {} }
      : inputsFromRun(resolve(callersDirectory(), flags.runs), flags.fromRun, step, flags.task);
  const given = [...flags.input, ...flags.set].map(([name]) => name);
  const unknown = given.find((name) => !(name in step.inputs));
  if (unknown !== undefined) {
    throw new UsageError(
      `${step.name} has no input "${unknown}".${didYouMean(unknown, Object.keys(step.inputs))}`,
    );
  }
  const files = flags.input.map(([name, path]): [string, string] => [
    name,
    resolve(callersDirectory(), path),
  ]);
  const missing = files.find(([, path]) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`--input ${missing[0]}: there is no file ${missing[1]}.`);
  return {
    parameters: { ...fromRun.parameters, ...Object.fromEntries(flags.set) },
    artifacts: { ...fromRun.artifacts, ...Object.fromEntries(files) },
    outputs: resolve(callersDirectory(), flags.outputs ?? join(flags.runs, `step-${step.name}`)),
    attempt: 1,
  };
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

function report(step: Step, error: unknown, verbose: boolean): void {
  const message = error instanceof Error ? error.message || error.name : String(error);
  console.error(`${step.name}: ${message}`);
  const debug = verbose || (process.env.DEBUG ?? "") !== "";
  if (debug || !(error instanceof UserError)) console.error(error instanceof Error ? error.stack : "");
}
