import { writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { printable } from "@tiphys/argo-lint/text";
import { UserError } from "../../../definition/errors.js";
import type { OnnxPort } from "../../../definition/model-export.js";
import { writeAtomically } from "../../../files/write-atomically.js";
import { findRun } from "../../project/find-run.js";
import type { Project } from "../../project/project.js";
import { callersDirectory } from "../../project/project-root.js";
import { readOnnxModel } from "./read-model.js";

/**
 * Writes the model of a run in the ONNX format, beside the model or to another file, and prints its inputs and outputs.
 * @throws {UserError} if the run has no model, or the file cannot be written
 */
export async function exportOnnx(
  project: Project,
  runs: string,
  run: string,
  output: string | undefined,
): Promise<void> {
  const { bytes, inputs, outputs, folder, name } = await readOnnxModel(project, findRun(runs, run));
  const path = output === undefined ? join(folder, `${name}.onnx`) : resolve(callersDirectory(), output);
  await writeAtomically(
    path,
    (temp) => writeFile(temp, bytes),
    (error) =>
      new UserError(
        `${path} cannot be written (${error instanceof Error ? error.message : error}). Name another file with --output FILE.`,
      ),
  );
  console.log(relative(callersDirectory(), path));
  console.log(`inputs   ${describe(inputs)}`);
  console.log(`outputs  ${describe(outputs)}`);
}

function describe(ports: readonly OnnxPort[]): string {
  return ports.map(({ name, type }) => `${printable(name)} (${type})`).join(", ");
}
