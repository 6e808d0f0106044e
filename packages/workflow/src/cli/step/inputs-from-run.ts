import { resolve } from "node:path";
import { UsageError, UserError } from "../../definition/errors.js";
import type { Step } from "../../definition/step.js";
import type { StepJob } from "../../execution/step-job.js";
import { artifactChange } from "../../local/artifact-change.js";
import type { RunRecord, TaskRecord } from "../../local/run-record.js";
import type { ArtifactFile } from "../../local/task-value.js";
import { runWithStep, tasksOfStep } from "./run-with-step.js";

/** The inputs of a task, for a job, with the size and digest that the run recorded of each artifact. */
export interface FoundInputs extends Pick<StepJob, "parameters" | "artifacts"> {
  readonly recorded: ReadonlyMap<string, ArtifactFile | readonly ArtifactFile[]>;
}

/**
 * The inputs of a task of an earlier run.
 * @param run its name, its directory, or "latest": the newest run that has the step
 * @param task its id, if several tasks run the step
 * @throws {UsageError} if no task of the run reached the step, or several did
 */
export function inputsFromRun(runs: string, run: string, step: Step, task: string | undefined): FoundInputs {
  const record = runWithStep(runs, run, step, task);
  const { inputs } = chooseTask(record, step, task);
  const located = (found: ArtifactFile): ArtifactFile => ({
    ...found,
    path: resolve(record.directory, found.path),
  });
  const recorded = Object.entries(inputs?.artifacts ?? {}).map(
    ([name, found]): [string, ArtifactFile | ArtifactFile[]] => [
      name,
      Array.isArray(found) ? found.map(located) : located(found),
    ],
  );
  const artifacts = recorded.map(([name, found]): [string, string | string[]] => [
    name,
    Array.isArray(found) ? found.map(({ path }) => path) : found.path,
  ]);
  return {
    parameters: inputs?.parameters ?? {},
    artifacts: Object.fromEntries(artifacts),
    recorded: new Map(recorded),
  };
}

/**
 * Refuses artifacts of a run whose content has changed since the run recorded it.
 * @throws {UserError} naming the input, its file and both digests
 */
export async function assertUnchanged(recorded: FoundInputs["recorded"]): Promise<void> {
  for (const [name, found] of recorded) {
    for (const artifact of [found].flat()) {
      const change = await artifactChange(artifact);
      if (change === undefined) continue;
      throw new UserError(
        `input "${name}" (${artifact.path}) ${change} Run the workflow again, or give the file as it is now: --input ${name}=FILE`,
      );
    }
  }
}

function chooseTask(record: RunRecord, step: Step, id: string | undefined): TaskRecord {
  const tasks = tasksOfStep(record, step);
  const found = id === undefined ? tasks : tasks.filter((task) => task.id === id);
  const [first, second] = found;
  if (first === undefined) {
    const known =
      tasks.length === 0
        ? "The run did not get that far."
        : `Its tasks are ${tasks.map((task) => task.id).join(", ")}.`;
    throw new UsageError(
      `Run ${record.run} has no task ${id ?? `of step ${step.name}`} to take inputs from. ${known}`,
    );
  }
  if (second !== undefined) {
    throw new UsageError(
      `Several tasks of run ${record.run} run ${step.name}. Name one with --task: ${tasks.map((task) => task.id).join(", ")}.`,
    );
  }
  return first;
}
