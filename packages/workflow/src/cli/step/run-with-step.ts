import { join } from "node:path";
import { printable } from "@tiphys/argo-lint/text";
import type { Step } from "../../definition/step.js";
import { listRuns } from "../../history/list-runs.js";
import { tasksWithin } from "../../local/log-files.js";
import { readRunRecord } from "../../local/run-directory.js";
import type { RunRecord, TaskRecord } from "../../local/run-record.js";
import { findRun } from "../project/find-run.js";

/**
 * The run whose inputs a step takes. `latest` means the newest run that has the step, and says so if a newer run has not.
 * @param run as the person named it
 * @param id of the task, if the person named one
 */
export function runWithStep(runs: string, run: string, step: Step, id: string | undefined): RunRecord {
  if (run !== "latest") return findRun(runs, run);
  const latest = findRun(runs, run);
  const has = (record: RunRecord): boolean =>
    tasksOfStep(record, step).some((task) => id === undefined || task.id === id);
  if (has(latest)) return latest;
  for (const { name } of listRuns(runs)) {
    const record = readRunRecord(join(runs, name));
    if (!has(record)) continue;
    console.error(
      printable(`Inputs of run ${name}: the latest run has no task ${id ?? `of step ${step.name}`}.`),
    );
    return record;
  }
  return latest;
}

/** The tasks of a run that ran a step, or were about to. */
export function tasksOfStep(record: RunRecord, step: Step): TaskRecord[] {
  return tasksWithin(record).filter(
    (task) => task.template === step.name && task.kind === "step" && task.inputs !== undefined,
  );
}
