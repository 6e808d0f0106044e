import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../definition/errors.js";
import type { Workflow } from "../definition/graph.js";
import { digest } from "../files/digest.js";
import { flushFolderSync } from "../files/flush-to-disk.js";
import { explainFileError } from "../storage/file-error.js";
import type { Approver } from "./approval.js";
import { noApprover } from "./approval.js";
import { describeCode } from "./code-version.js";
import type { StepExecutor } from "./executors/executor.js";
import { inProcessExecutor } from "./executors/in-process.js";
import { outcomeOfError } from "./executors/outcome-of-error.js";
import { RecordWriter } from "./record-writer.js";
import { recordedOutputs, recordedValues } from "./recorded-values.js";
import { createRunDirectory, linkLatest, writeRunRecord } from "./run-directory.js";
import { pendingTasks, runGraph } from "./run-graph.js";
import { type RunListener, silentListener } from "./run-listener.js";
import type { Phase, RunRecord, TaskRecord } from "./run-record.js";
import { now, type RunState } from "./run-state.js";
import { runTask } from "./run-task.js";
import { type RunScope, resolveSource, type TaskOutcome } from "./scope.js";
import { Semaphore } from "./semaphore.js";
import type { TaskValue } from "./task-value.js";
import { type GivenInputs, workflowInputs } from "./workflow-inputs.js";

export interface RunOptions extends GivenInputs {
  /** Directory that gets a directory for this run; "runs" where left out. */
  readonly runs?: string;
  /** How steps are executed; in this process where left out. */
  readonly executor?: StepExecutor;
  /** How many steps run side by side; 1 where left out. */
  readonly parallelism?: number;
  readonly approver?: Approver;
  readonly listener?: RunListener;
  /** Awaited before anything runs. Where it throws, there is no run. */
  readonly prepare?: (record: RunRecord, signal: AbortSignal) => Promise<void>;
  /** Stops the run at once when aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a workflow on this machine.
 * @returns the run's record, whatever became of the run; it stands in `run.json` too
 * @throws {UsageError} where a given parameter or artifact does not fit
 * @throws {UserError} where the runs directory cannot be written
 */
export async function runWorkflow(workflow: Workflow, options: RunOptions = {}): Promise<RunRecord> {
  const inputs = await workflowInputs(workflow, options, digest);
  const slots = new Semaphore(options.parallelism ?? 1);
  const runs = resolve(options.runs ?? "runs");
  const { run, directory } = createRunDirectory(runs, workflow.name);
  const listener = options.listener ?? silentListener;
  const signal = options.signal ?? new AbortController().signal;
  const state: RunState = {
    directory,
    root: options.root ?? process.cwd(),
    executor: options.executor ?? inProcessExecutor(),
    slots,
    approver: options.approver ?? noApprover,
    listener: {
      started: (running) => listener.started(running),
      changed(task) {
        writer.changed(task);
        listener.changed(task);
      },
      logged: (task, line) => listener.logged(task, line),
      ended: (finished) => listener.ended(finished),
    },
    signal,
    failed: false,
    incomplete: false,
  };
  const record: RunRecord = {
    formatVersion: 1,
    run,
    workflow: workflow.name,
    phase: "Running",
    startedAt: now(),
    pid: process.pid,
    directory,
    inputs: recordedValues(inputs),
    code: describeCode(),
    tasks: pendingTasks(workflow.graph, ""),
  };
  const writer = new RecordWriter(record, signal);
  try {
    await options.prepare?.(record, state.signal);
  } catch (error) {
    rmSync(directory, { recursive: true });
    throw error;
  }
  try {
    writeRunRecord(record);
  } catch (error) {
    rmSync(directory, { recursive: true });
    throw explainFileError(error, directory) ?? error;
  }
  linkLatest(runs, run);
  flushFolderSync(runs);
  listener.started(record);

  const scope: RunScope = { inputs, results: new Map() };
  try {
    record.phase = phaseOf(
      state,
      await runGraph(
        { state, graph: workflow.graph, scope, records: record.tasks, folder: directory },
        runTask,
      ),
    );
    if (record.phase === "Failed") record.message = failureMessage(record.tasks);
  } catch (error) {
    record.phase = "Failed";
    record.message = outcomeOfError(error).message;
  }
  const outputs = outputsWhereMade(workflow, scope);
  record.outputs = recordedOutputs(workflow, recordedValues(outputs));
  if (workflow.exit !== undefined && (record.phase === "Succeeded" || record.phase === "Failed")) {
    await runExit(state, workflow, record, scope, outputs);
  }
  const unflushed = await writer.flushed();
  if (unflushed !== undefined) {
    record.phase = "Failed";
    record.message = `what ${unflushed.id} wrote may not be on the disk: ${outcomeOfError(unflushed.error).message}`;
  }
  record.finishedAt = now();
  try {
    await writer.write();
  } catch (error) {
    throw unwritten(record, error);
  } finally {
    listener.ended(record);
  }
  return record;
}

/** The run has ended, but its record cannot say so. */
function unwritten({ directory, phase }: RunRecord, error: unknown): unknown {
  const explained = explainFileError(error, join(directory, "run.json"));
  if (explained === undefined) return error;
  const ending = phase === "Succeeded" ? "All steps had succeeded" : `The run had ended as ${phase}`;
  return new UserError(
    `${explained.message} ${ending}; what they wrote is in ${directory}, but run.json does not say so.`,
    { cause: error },
  );
}

async function runExit(
  state: RunState,
  workflow: Workflow,
  record: RunRecord,
  scope: RunScope,
  outputs: Record<string, TaskValue>,
): Promise<void> {
  const graph = workflow.exit;
  if (graph === undefined) return;
  record.exit = pendingTasks(graph, "onExit/");
  const failures = failedLeaves(record.tasks).map((task) => ({
    displayName: task.name,
    message: task.message ?? "",
    templateName: task.template ?? "",
    phase: task.phase,
  }));
  const exitState = { ...state, failed: false };
  const exitScope: RunScope = {
    inputs: scope.inputs,
    results: new Map(),
    exit: {
      status: record.phase,
      failures: failures.length === 0 ? "null" : JSON.stringify(failures),
      outputs: record.phase === "Succeeded" ? outputs : artifactsOf(outputs),
    },
  };
  const result = await runGraph(
    {
      state: exitState,
      graph,
      scope: exitScope,
      records: record.exit,
      folder: resolve(state.directory, "onExit"),
    },
    runTask,
  );
  if (result.phase === "Succeeded") return;
  record.phase = phaseOf(exitState, result);
  record.message ??= "the exit handler failed";
}

/** After a failure Argo has the artifacts that were made, but no parameters: those belong to the DAG as a whole. */
function artifactsOf(outputs: Record<string, TaskValue>): Record<string, TaskValue> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value.kind === "artifact"));
}

function phaseOf(state: RunState, result: TaskOutcome): Phase {
  if (state.signal.aborted) return "Interrupted";
  if (state.failed) return "Failed";
  if (state.incomplete) return "Incomplete";
  return result.phase === "Succeeded" ? "Succeeded" : "Failed";
}

function outputsWhereMade(workflow: Workflow, scope: RunScope): Record<string, TaskValue> {
  const outputs: Record<string, TaskValue> = {};
  for (const [name, { source }] of Object.entries(workflow.graph.outputs)) {
    try {
      const value = resolveSource(scope, source);
      if (value !== undefined) outputs[name] = value;
    } catch {
      // It is the first of several alternatives, none of which ran.
    }
  }
  return outputs;
}

function failureMessage(tasks: readonly TaskRecord[]): string {
  const [first] = failedLeaves(tasks);
  return first === undefined ? "an output does not exist" : `child '${first.id}' failed`;
}

/** Tasks that failed themselves, not because a task inside did. */
export function failedLeaves(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => {
    const inner = failedLeaves(task.children ?? []);
    if (inner.length > 0) return inner;
    return task.phase === "Failed" || task.phase === "Error" ? [task] : [];
  });
}
