import { resolve } from "node:path";
import type { StepOutput } from "../definition/comparison.js";
import { UserError } from "../definition/errors.js";
import type { AnyValue } from "../definition/port.js";
import { digest } from "../files/digest.js";
import type { RecordedValues, RunRecord, TaskRecord } from "../local/run-record.js";

/**
 * Reads an artifact that a step has written in a run.
 * @throws {UserError} if the run has no such artifact, or the file is gone or no longer has the recorded bytes
 */
export async function readStepOutput(record: RunRecord, output: StepOutput): Promise<AnyValue> {
  const found = findArtifact(record, output);
  if (typeof found === "string") throw new UserError(found);
  const path = resolve(record.directory, found.path);
  const { sha256 } = await digest(path).catch((error: unknown) => {
    throw new UserError(`${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  });
  if (sha256 !== found.sha256) throw new UserError(`${path} was changed after the run had written it`);
  return output.port.codec.decode(path);
}

/** The artifact in the run's record, or why there is none. */
export function findArtifact(record: RunRecord, { step, output }: StepOutput): SingleArtifact | string {
  const tasks = tasksOf(record.tasks, step);
  const [task] = tasks;
  const found = task?.outputs?.artifacts[output];
  if (tasks.length > 1) return `${record.run} has ${tasks.length} tasks of the step ${step}, expected one`;
  if (found === undefined || Array.isArray(found)) return `${record.run} has no output ${output} of ${step}`;
  return found;
}

type SingleArtifact = Exclude<RecordedValues["artifacts"][string], readonly unknown[]>;

/** The tasks of a step that have succeeded, also in nested workflows. */
function tasksOf(tasks: readonly TaskRecord[], step: string): TaskRecord[] {
  return tasks.flatMap((task) => [
    ...(task.kind === "step" && task.template === step && task.phase === "Succeeded" ? [task] : []),
    ...tasksOf(task.children ?? [], step),
  ]);
}
