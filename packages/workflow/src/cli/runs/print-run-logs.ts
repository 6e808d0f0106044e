import { readFileSync } from "node:fs";
import { type Paint, paintFor } from "@tiphys/argo-lint/terminal";
import { didYouMean, printable, printableLog } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import { hasOutputOfThatName, logsOf, tasksWithin } from "../../local/log-files.js";
import type { RunRecord } from "../../local/run-record.js";
import { findRun } from "../project/find-run.js";
import { runsDirectory } from "../project/runs-directory.js";

export interface RunLogsFlags {
  readonly runs?: string;
  readonly timestamps: boolean;
}

/**
 * Prints what the steps of a run logged, in the order of the times.
 * @param task prints only this task and the tasks inside of it
 * @throws {UsageError} if the run has no such task
 */
export function printRunLogs(run: string, task: string | undefined, flags: RunLogsFlags): void {
  const record = findRun(runsDirectory(flags.runs), run);
  checkTask(record, task);
  const lines = runLogLines(record, task);
  if (lines.length === 0) console.error(whyEmpty(record, task));
  const isOneTask = lines.every(({ id }) => id === task);
  const paint = paintFor(process.stdout);
  for (const line of lines) console.log(shownLine(line, flags.timestamps, !isOneTask, paint));
}

interface LogLine {
  readonly id: string;
  readonly time: string;
  readonly text: string;
}

function shownLine({ id, time, text }: LogLine, withTime: boolean, withTask: boolean, paint: Paint): string {
  const parts = [
    ...(withTime && time !== "" ? [printable(time)] : []),
    ...(withTask ? [paint("cyan", `${printable(id)}:`)] : []),
    printableLog(text),
  ];
  return parts.join(" ");
}

/** The lines of the tasks, sorted by their times. */
function runLogLines(record: RunRecord, only: string | undefined): LogLine[] {
  return logsOf(record)
    .filter(({ task }) => only === undefined || isWithin(task.id, only))
    .flatMap(({ task, path }) => linesOf(task.id, path))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

function linesOf(id: string, path: string): LogLine[] {
  const lines = readFileSync(path, "utf8").split("\n");
  if (lines.at(-1) === "") lines.pop();
  let before = "";
  return lines.map((line) => {
    const [, time, text = line] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) (.*)$/su.exec(line) ?? [];
    // A line without a time belongs to the one before it.
    before = time ?? before;
    return { id, time: before, text };
  });
}

function isWithin(id: string, task: string): boolean {
  return id === task || id.startsWith(`${task}/`);
}

function checkTask(record: RunRecord, task: string | undefined): void {
  const ids = tasksWithin(record).map(({ id }) => id);
  if (task === undefined || ids.some((id) => isWithin(id, task))) return;
  throw new UsageError(
    `Run ${record.run} has no task "${task}".${didYouMean(task, ids) || ` It has ${ids.join(", ")}.`}`,
  );
}

function whyEmpty(record: RunRecord, task: string | undefined): string {
  const taken = tasksWithin(record).find((each) => each.id === task && hasOutputOfThatName(each));
  if (taken !== undefined) return `The output log.txt of ${task} has taken the place of its log.`;
  return task === undefined
    ? `The steps of run ${record.run} logged nothing.`
    : `${task} logged nothing in run ${record.run}.`;
}
