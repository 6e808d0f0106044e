import { findArtifact, readStepOutput } from "../../../../comparison/read-step-output.js";
import { messageOf } from "../../../../definition/error-message.js";
import { asUserError, UserError } from "../../../../definition/errors.js";
import type { OnnxFile } from "../../../../definition/model-export.js";
import type { RunRecord } from "../../../../local/run-record.js";
import type { Project } from "../../../project/project.js";

/**
 * The model of a run in the ONNX format.
 * @returns undefined if the run has none, or several; a text that says why it cannot be written in this format
 * @throws {UserError} if its file has changed
 */
export async function modelOfRun(
  { modelExport }: Project,
  record: RunRecord,
): Promise<OnnxFile | string | undefined> {
  if (modelExport === undefined) return undefined;
  const { model } = modelExport;
  if (typeof findArtifact(record, model) === "string") return undefined;
  const value = await readStepOutput(record, model);
  try {
    return modelExport.toOnnx(value);
  } catch (error) {
    if (asUserError(error) instanceof UserError) return messageOf(error);
    throw error;
  }
}
