import { UsageError } from "../../../definition/errors.js";
import type { PlannedCopy } from "./planned-copy.js";
import type { PlannedLog } from "./planned-logs.js";

/** The artifacts that `--task` and `--artifact` select. */
export interface CopySelection {
  /** Only artifacts with these names; empty for all. */
  readonly artifacts: readonly string[];
  /** Only tasks with these ids, and tasks inside of them; empty for all. */
  readonly tasks: readonly string[];
}

/**
 * The selected copies. Inputs of the workflow belong to no task, so `--task` excludes them.
 * @throws {UsageError} if no artifact or task has a requested name
 */
export function chooseCopies(
  copies: readonly PlannedCopy[],
  { artifacts, tasks }: CopySelection,
): readonly PlannedCopy[] {
  const noTask = tasks.find((task) => !copies.some((copy) => isOf(copy, task)));
  if (noTask !== undefined) {
    const ids = [...new Set(copies.map(({ task }) => task))].filter(Boolean);
    throw new UsageError(`--task ${noTask}: no artifact belongs to this task. Available: ${ids.join(", ")}.`);
  }
  const noArtifact = artifacts.find((name) => !copies.some((copy) => copy.artifact === name));
  if (noArtifact !== undefined) {
    const names = [...new Set(copies.map(({ artifact }) => artifact))];
    throw new UsageError(
      `--artifact ${noArtifact}: there is no such artifact. Available: ${names.join(", ")}.`,
    );
  }
  return copies.filter(
    (copy) =>
      (tasks.length === 0 || tasks.some((task) => isOf(copy, task))) &&
      (artifacts.length === 0 || artifacts.includes(copy.artifact)),
  );
}

/** The logs of the selected tasks; none if artifacts are selected by their names. */
export function chooseLogs(
  logs: readonly PlannedLog[],
  { artifacts, tasks }: CopySelection,
): readonly PlannedLog[] {
  if (artifacts.length > 0) return [];
  return logs.filter((log) => tasks.length === 0 || tasks.some((task) => isOf(log, task)));
}

function isOf({ task }: { readonly task: string }, selected: string): boolean {
  return task === selected || task.startsWith(`${selected}/`);
}
