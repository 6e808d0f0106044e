import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { PlannedStep, PodPlan } from "../../definition/pod-plan.js";
import { fromParameterFile, parametersFolder } from "../../definition/port-files.js";

/** The folders of a pod that runs several steps. */
export interface PodFolders {
  /** The pod's input artifacts, under their names. */
  readonly inputs: string;
  /** The outputs of all steps: `TASK_NAME.EXTENSION` and `parameters/TASK_NAME`. */
  readonly outputs: string;
  /** For temporary files of this program. */
  readonly scratch: string;
}

/** Links the inputs of a step where a pod that runs only this step would have them. */
export function linkInputs(
  step: PlannedStep,
  { parameters }: Pick<PodPlan, "parameters">,
  { inputs, outputs, scratch }: PodFolders,
): { readonly parameters: string; readonly inputs: string } {
  const folder = join(scratch, step.task);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "inputs"), { recursive: true });
  for (const [name, path] of Object.entries(step.artifacts)) {
    const [place, ...rest] = path.split("/");
    symlinkSync(join(place === "inputs" ? inputs : outputs, ...rest), join(folder, "inputs", name));
  }
  const given = new Map((parameters ?? []).map(({ name, value }) => [name, value]));
  const texts = Object.entries(step.parameters).flatMap(([name, text]) => {
    const value =
      "text" in text
        ? text.text
        : "input" in text
          ? given.get(text.input)
          : fromParameterFile(readFileSync(join(outputs, text.file), "utf8"));
    return value === undefined ? [] : [{ name, value }];
  });
  const file = join(folder, "parameters.json");
  writeFileSync(file, JSON.stringify(texts));
  return { parameters: file, inputs: join(folder, "inputs") };
}

/** Moves the outputs of a step to their names in the pod. */
export function takeOutputs(task: string, from: string, outputs: string): void {
  for (const folder of ["", parametersFolder]) {
    if (!existsSync(join(from, folder))) continue;
    for (const entry of readdirSync(join(from, folder))) {
      if (entry === parametersFolder) continue;
      move(join(from, folder, entry), join(outputs, folder, `${task}_${entry}`));
    }
  }
  rmSync(from, { recursive: true, force: true });
}

function move(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  renameSync(from, to);
}
