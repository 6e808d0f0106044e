import { dirname, resolve } from "node:path";
import { findArtifact, readStepOutput } from "../../../comparison/read-step-output.js";
import { UserError } from "../../../definition/errors.js";
import type { OnnxFile } from "../../../definition/model-export.js";
import type { RunRecord } from "../../../local/run-record.js";
import type { Project } from "../../project/project.js";

/** The model of a run, in the ONNX format. */
export interface OnnxOfRun extends OnnxFile {
  /** The folder of the model's artifact. */
  readonly folder: string;
  /** The name of the model's artifact. */
  readonly name: string;
}

/**
 * Reads the model that a run has trained.
 * @throws {UserError} if the project does not say how, or the run has no model, or its file has changed
 */
export async function readOnnxModel({ modelExport }: Project, record: RunRecord): Promise<OnnxOfRun> {
  if (modelExport === undefined) {
    throw new UserError(
      "This project does not say how its model is written as ONNX. Pass modelExport to main: see src/main.ts of the template.",
    );
  }
  const { model } = modelExport;
  const value = await readStepOutput(record, model);
  const found = findArtifact(record, model);
  const path = typeof found === "string" ? model.output : found.path;
  return {
    ...modelExport.toOnnx(value),
    folder: dirname(resolve(record.directory, path)),
    name: model.output,
  };
}
