import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { Port } from "../../definition/port.js";
import type { Step } from "../../definition/step.js";
import type { StepJob } from "../../execution/step-job.js";
import { callersDirectory } from "../project/project-root.js";
import { runsDirectory } from "../project/runs-directory.js";
import { assertUnchanged, type FoundInputs, inputsFromRun } from "./inputs-from-run.js";
import type { PodFlags } from "./pod-call.js";

export interface StepFlags extends PodFlags {
  readonly fromRun?: string;
  readonly task?: string;
  readonly input?: readonly [string, string][];
  readonly set?: readonly [string, string][];
  readonly runs?: string;
  readonly verbose?: true;
}

/** Whether a person gives the inputs of the step, not a pod. */
export function isManual({ fromRun, input, set, task }: StepFlags): boolean {
  return [fromRun, input, set, task].some((option) => option !== undefined);
}

/**
 * The job of a step that a person calls: inputs of an earlier run, replaced by those given as options.
 * @throws {UsageError} if an input is unknown, missing or of the other kind
 * @throws {UserError} if an artifact of the run has changed since
 */
export async function manualJob(step: Step, file: string | undefined, flags: StepFlags): Promise<StepJob> {
  const { input = [], set = [] } = flags;
  if (file !== undefined || flags.inputs !== undefined) {
    throw new UsageError(
      `${file === undefined ? "--inputs" : `The parameters file ${file}`} is for pods. Omit it with --from-run, --input or --set.`,
    );
  }
  if (flags.task !== undefined && flags.fromRun === undefined) {
    throw new UsageError("--task names a task of a run. Name the run too: --from-run latest");
  }
  const runs = runsDirectory(flags.runs);
  const fromRun: FoundInputs =
    flags.fromRun === undefined
      ? { parameters: {}, artifacts: {}, recorded: new Map() }
      : inputsFromRun(runs, flags.fromRun, step, flags.task);
  for (const [name] of input) checkInput(step, name, "artifact");
  for (const [name] of set) checkInput(step, name, "parameter");
  const files = input.map(([name, path]): [string, string] => [name, resolve(callersDirectory(), path)]);
  const missing = files.find(([, path]) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`--input ${missing[0]}: there is no file ${missing[1]}.`);
  const given = new Set(input.map(([name]) => name));
  await assertUnchanged(new Map([...fromRun.recorded].filter(([name]) => !given.has(name))));
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
