import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UsageError } from "../../definition/errors.js";
import { inputsFolder, outputsFolder } from "../../definition/pod-paths.js";
import type { Step } from "../../definition/step.js";
import type { StepJob } from "../../execution/step-job.js";
import type { PodFlags } from "./pod-call.js";

/**
 * The job of a step in a pod: parameters from the file that Argo writes, artifacts from the inputs folder.
 * @throws {UsageError} if the file is not in Argo's format, or there are no inputs at all
 */
export function jobOfPod(step: Step, file: string | undefined, flags: PodFlags): StepJob {
  const inputs = resolve(flags.inputs ?? inputsFolder);
  const needsInputs = Object.values(step.inputs).some(({ need }) => need === "required");
  if (file === undefined && needsInputs && !existsSync(inputs)) {
    throw new UsageError(
      `${step.name} needs inputs. Take those of a run with --from-run latest, or pass them with --input NAME=FILE and --set NAME=VALUE.`,
    );
  }
  const artifacts = Object.entries(step.inputs).flatMap(([name, port]): [string, string][] => {
    const path = join(inputs, name);
    return port.kind === "artifact" && existsSync(path) ? [[name, path]] : [];
  });
  return {
    parameters: file === undefined ? {} : readParametersFile(file),
    artifacts: Object.fromEntries(artifacts),
    outputs: resolve(flags.outputs ?? outputsFolder),
    attempt: Number(process.env.STEP_RETRIES ?? 0) + 1,
  };
}

function readParametersFile(file: string): Record<string, string> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(
      `The parameters file ${file} cannot be read: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (content === null) return {};
  if (!Array.isArray(content) || !content.every(isParameter)) {
    throw new UsageError(
      `The parameters file ${file} is not what Argo writes: expected [{"name": …, "value": "…"}] or null.`,
    );
  }
  return Object.fromEntries(content.map(({ name, value }) => [name, value]));
}

// Checked by hand: building a schema would take longer than the check, and a pod needs no other.
function isParameter(item: unknown): item is { readonly name: string; readonly value: string } {
  return (
    typeof item === "object" &&
    item !== null &&
    "name" in item &&
    typeof item.name === "string" &&
    "value" in item &&
    typeof item.value === "string"
  );
}
