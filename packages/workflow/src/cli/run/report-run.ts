import { realpathSync } from "node:fs";
import { join } from "node:path";
import type { Paint } from "@tiphys/argo-lint/terminal";
import { printableLines } from "@tiphys/argo-lint/text";
import type { Graph, Workflow } from "../../definition/graph.js";
import { runsOf } from "../../local/run-directory.js";
import type { Phase, RunRecord, TaskRecord } from "../../local/run-record.js";
import { failedLeaves } from "../../local/run-workflow.js";
import { writtenArtifacts } from "../../local/stored-artifacts.js";
import { describeValue } from "../describe/describe-port.js";
import { exitCode } from "../process/exit-code.js";
import { howToSeeMore } from "../process/report-error.js";
import { elapsedText } from "../progress/duration-text.js";
import { drawTree } from "../progress/tree.js";
import { shortPath } from "../project/project-root.js";
import { describeOutputs } from "./describe-outputs.js";

/** A finished run for people: its tree, its outputs, and where it is. */
export function describeRun(record: RunRecord, paint: Paint): string[] {
  const width = process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns - 1 : undefined;
  return [
    "",
    ...drawTree(record, paint, width),
    ...(record.phase === "Succeeded" ? describeOutputs(record, shortestName(record), paint) : []),
    "",
    `${record.phase} in ${elapsedText(record.startedAt, record.finishedAt)}: ${shortPath(record.directory)}`,
    ...(record.store === undefined || record.notStored !== undefined ? [] : [`Stored in ${record.store}`]),
  ];
}

/** How many names of missing artifacts are shown. */
const maxNames = 20;

/** The artifacts that `--store` could not store, and how to store them. */
export function describeNotStored({ run, store, notStored = [], ...record }: RunRecord): string[] {
  const artifacts = writtenArtifacts({ run, ...record }).length;
  const names = notStored.slice(0, maxNames).join(", ");
  const more = notStored.length > maxNames ? `, and ${notStored.length - maxNames} more` : "";
  return [
    `Not everything is stored in ${store}: of ${artifacts} artifacts and run.json, ${notStored.length} ` +
      `${notStored.length === 1 ? "is" : "are"} missing: ${names}${more}`,
    `Store the rest: npx --no tiphys data push-run ${shortPath(record.directory)}`,
  ];
}

/** The link `latest`, unless another run was started meanwhile or the file system has no links. */
function shortestName({ directory }: RunRecord): string {
  const latest = join(runsOf(directory), "latest");
  try {
    return realpathSync(latest) === realpathSync(directory) ? latest : directory;
  } catch {
    return directory;
  }
}

/** Reports failures and unanswered approvals on standard error, with what to do next. */
export function reportProblems(workflow: Workflow, record: RunRecord, verbose: boolean): void {
  const tasks = [...record.tasks, ...(record.exit ?? [])];
  for (const task of failedLeaves(tasks)) {
    console.error(printableLines(`\n${task.id}: ${messageForPerson(task)}`));
    if (task.stack === undefined) continue;
    if (verbose || process.env.DEBUG) {
      console.error(printableLines(task.stack));
      continue;
    }
    if (task.at !== undefined) console.error(printableLines(`at ${task.at}`));
    console.error(howToSeeMore(task.at));
  }
  if (record.phase !== "Incomplete") return;
  for (const task of suspended(record.tasks)) {
    console.error(`\n${task.id} waits for a person. Answer on a terminal, or run again with`);
    for (const line of approveHelp(workflow.graph, task.name)) console.error(`  ${line}`);
  }
}

/** The message without the exit code, which the tree shows. */
function messageForPerson({ message = "failed", attempts }: TaskRecord): string {
  const suffix = ` (exit code ${attempts?.at(-1)?.exitCode})`;
  return message.endsWith(suffix) ? message.slice(0, -suffix.length) : message;
}

function suspended(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => [
    ...(task.kind === "approve" && task.phase === "Suspended" ? [task] : []),
    ...suspended(task.children ?? []),
  ]);
}

function approveHelp(graph: Graph, name: string): string[] {
  return [...graph.tasks.values()].flatMap((task) => {
    if (task.kind !== "approve")
      return task.template.kind === "workflow" ? approveHelp(task.template.graph, name) : [];
    if (task.name !== name) return [];
    return Object.entries(task.fields).map(
      ([field, port]) => `--approve ${name}.${field}=…  ${describeValue(field, port)}`,
    );
  });
}

/** The exit code for a run's phase. */
export function runExitCode(phase: Phase): number {
  if (phase === "Succeeded") return exitCode.succeeded;
  if (phase === "Incomplete") return exitCode.incomplete;
  return phase === "Interrupted" ? exitCode.interrupted : exitCode.failed;
}
