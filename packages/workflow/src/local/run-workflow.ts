import { rmSync } from "node:fs";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import { UserError } from "../definition/errors.js";
import type { Workflow } from "../definition/graph.js";
import { omitUndefined } from "../definition/omit-undefined.js";
import { digest } from "../files/digest.js";
import { flushFolderSync } from "../files/flush-to-disk.js";
import { explainFileError } from "../storage/file-error.js";
import type { Approver } from "./approval.js";
import { noApprover } from "./approval.js";
import { type CacheOptions, RunCache } from "./cache/run-cache.js";
import { describeCode } from "./code-version.js";
import { outcomeOfError, type StepExecutor } from "./executors/executor.js";
import { inProcessExecutor } from "./executors/in-process.js";
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
import { TaskLogs } from "./task-logs.js";
import type { TaskValue } from "./task-value.js";
import { type GivenInputs, workflowInputs } from "./workflow-inputs.js";

/** The options of {@link runWorkflow}. */
export interface RunOptions extends GivenInputs {
  /** Executes the steps. Default: in this process. */
  readonly executor?: StepExecutor;
  /** How many steps may run at the same time, at least 1. Default: 1. */
  readonly parallelism?: number;
  /** Slots for steps that several runs share; instead of `parallelism`. */
  readonly slots?: Semaphore;
  /** Asks a person for the fields of `dag.approve` tasks. Default: nobody is asked, and the run ends as incomplete. */
  readonly approver?: Approver;
  readonly listener?: RunListener;
  /** Takes outputs of earlier successes in the same runs directory. Default: every step runs, and nothing is kept. */
  readonly cache?: CacheOptions;
  /** Names of tasks of the workflow to run; the others and the exit handler are skipped. Default: all. */
  readonly only?: ReadonlySet<string>;
  /** Awaited before anything runs. If it throws, the run's directory is removed. */
  readonly prepare?: (record: RunRecord, signal: AbortSignal) => Promise<void>;
  /** Stops the run at once if aborted. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a workflow on this machine.
 * @returns the run's record, also if the run failed; the same record is in `run.json`
 * @throws {UsageError} if an input or `parallelism` is invalid
 * @throws {UserError} if the runs directory cannot be written
 */
export async function runWorkflow(workflow: Workflow, options: RunOptions = {}): Promise<RunRecord> {
  const inputs = await workflowInputs(workflow, options, digest);
  const slots = options.slots ?? new Semaphore(options.parallelism ?? 1);
  const runs = resolve(options.runs ?? "runs");
  const { run, directory } = createRunDirectory(runs, workflow.name);
  const listener = options.listener ?? silentListener;
  const signal = options.signal ?? new AbortController().signal;
  const logs = new TaskLogs(directory, listener);
  const executor = options.executor ?? inProcessExecutor();
  const record: RunRecord = {
    formatVersion: 1,
    run,
    workflow: workflow.name,
    phase: "Running",
    startedAt: now(),
    pid: process.pid,
    host: hostname(),
    directory,
    inputs: recordedValues(inputs),
    code: { ...describeCode(), ...omitUndefined({ image: executor.image }) },
    tasks: pendingTasks(workflow.graph, ""),
    ...omitUndefined({ resumedFrom: options.cache?.resume?.run }),
  };
  const state: RunState = {
    directory,
    root: options.root ?? process.cwd(),
    executor,
    slots,
    cache: options.cache === undefined ? undefined : new RunCache(options.cache, runs, record),
    approver: options.approver ?? noApprover,
    listener: {
      started: (running) => listener.started(running),
      changed(task) {
        logs.changed(task);
        writer.changed(task);
        listener.changed(task);
      },
      logged(task, line) {
        logs.logged(task, line);
        listener.logged(task, line);
      },
      ended: (finished) => listener.ended(finished),
    },
    signal,
    failed: false,
    incomplete: false,
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
        {
          state,
          graph: workflow.graph,
          scope,
          records: record.tasks,
          folder: directory,
          ...omitUndefined({ only: options.only }),
        },
        runTask,
      ),
    );
    if (record.phase === "Failed") record.message = failureMessage(record.tasks);
  } catch (error) {
    record.phase = "Failed";
    record.message = outcomeOfError(error).message;
  }
  const outputs = existingOutputs(workflow, scope);
  record.outputs = recordedOutputs(workflow, recordedValues(outputs));
  const hasEnded = options.only === undefined && (record.phase === "Succeeded" || record.phase === "Failed");
  if (workflow.exit !== undefined && hasEnded) {
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
    throw unwrittenRecordError(record, error);
  } finally {
    logs.close();
    listener.ended(record);
  }
  return record;
}

/** The error for a run that has ended but whose record cannot be written. */
function unwrittenRecordError({ directory, phase }: RunRecord, error: unknown): unknown {
  const explained = explainFileError(error, join(directory, "run.json"));
  if (explained === undefined) return error;
  const ending = phase === "Succeeded" ? "All steps had succeeded" : `The run had ended as ${phase}`;
  return new UserError(
    `${explained.message} ${ending}; the steps' outputs are in ${directory}, but run.json does not say so.`,
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
  // An exit handler is called for its effects, such as a message to somebody.
  const exitState: RunState = { ...state, failed: false, cache: undefined };
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

/** After a failure Argo has the artifacts that exist, but no output parameters: those belong to the DAG as a whole. */
function artifactsOf(outputs: Record<string, TaskValue>): Record<string, TaskValue> {
  return Object.fromEntries(Object.entries(outputs).filter(([, value]) => value.kind === "artifact"));
}

function phaseOf(state: RunState, result: TaskOutcome): Phase {
  if (state.signal.aborted) return "Interrupted";
  if (state.failed) return "Failed";
  if (state.incomplete) return "Incomplete";
  return result.phase === "Succeeded" ? "Succeeded" : "Failed";
}

function existingOutputs(workflow: Workflow, scope: RunScope): Record<string, TaskValue> {
  const outputs: Record<string, TaskValue> = {};
  for (const [name, { source }] of Object.entries(workflow.graph.outputs)) {
    try {
      const value = resolveSource(scope, source);
      if (value !== undefined) outputs[name] = value;
    } catch {
      // A `firstOf` of which no alternative ran.
    }
  }
  return outputs;
}

function failureMessage(tasks: readonly TaskRecord[]): string {
  const [first] = failedLeaves(tasks);
  return first === undefined ? "an output does not exist" : `child '${first.id}' failed`;
}

/** The tasks that failed themselves, not because of a task inside them. */
export function failedLeaves(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => {
    const inner = failedLeaves(task.children ?? []);
    if (inner.length > 0) return inner;
    return task.phase === "Failed" || task.phase === "Error" ? [task] : [];
  });
}
