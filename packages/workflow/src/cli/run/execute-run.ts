import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isInteractive, paintFor } from "@tiphys/argo-lint/terminal";
import type { Workflow } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import { noApprover } from "../../local/approval.js";
import { type RunListener, silentListener } from "../../local/run-listener.js";
import type { RunRecord } from "../../local/run-record.js";
import { runWorkflow } from "../../local/run-workflow.js";
import type { RunUpload } from "../../local/upload-run.js";
import { askPerson, canAskPerson } from "../approve/ask-person.js";
import { checkApprovals, givenApprovals } from "../approve/given-approvals.js";
import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { plainProgress } from "../progress/plain-progress.js";
import { callersDirectory, projectRoot } from "../project/project-root.js";
import { runsDirectory } from "../project/runs-directory.js";
import { afterEarlierRun, type EarlierRunFlags } from "./after-earlier-run.js";
import { withInputsOf } from "./inputs-of-run.js";
import { newestOutputs } from "./newest-outputs.js";
import { takeInterrupts } from "./prestarted-workers.js";
import { describeDifferences, describeOutsideReads } from "./report-cache.js";
import { describeNotStored, describeRun, reportProblems, runExitCode } from "./report-run.js";
import { fetchedInputs, stepExecutor } from "./step-executor.js";

export interface RunFlags extends EarlierRunFlags {
  readonly set?: readonly [string, string][];
  /** Parameter files. */
  readonly params?: readonly string[];
  /** Names, and values separated by commas. */
  readonly sweep?: readonly [string, string][];
  readonly approve?: readonly [string, string][];
  readonly parallelism: number;
  readonly isolated?: true;
  readonly runs?: string;
  readonly store?: string;
  readonly json?: true;
  readonly verbose?: true;
}

/**
 * Runs a workflow on this machine, shows it, and sets the process's exit code.
 * @param resumed the run to go on with
 */
export async function executeRun(workflow: Workflow, flags: RunFlags, resumed?: RunRecord): Promise<void> {
  const { set = [], approve = [] } = flags;
  checkApprovals(workflow.graph, approve);
  // A tree cannot be redrawn on a terminal that does not report its size.
  const isLive = isInteractive(process.stdout) && process.stdout.columns > 0 && process.stdout.rows > 0;
  const paint = paintFor(process.stdout);
  const live =
    isLive && flags.json === undefined
      ? (await import("../progress/live-progress.js")).liveProgress(process.stdout, paint)
      : undefined;
  const watcher: RunListener =
    live ?? (flags.json ? silentListener : plainProgress((line) => console.log(line)));
  const ask = canAskPerson() ? askPerson(live) : noApprover;
  const program = { script: process.argv[1] ?? "" };
  const earlier = afterEarlierRun(workflow, flags, program.script, resumed);
  const executor = await stepExecutor(flags, program.script);
  const { signal, release } = onInterrupt({ outlivesTerminal: true });
  takeInterrupts();
  let upload: (RunUpload & { close(): void }) | undefined;
  try {
    const runs = runsDirectory(flags.runs);
    const chosen = Object.fromEntries(set);
    const report = (line: string): void => (flags.json ? undefined : console.log(line));
    // A resumed run goes on with its own inputs.
    const newest = resumed === undefined ? newestOutputs(workflow, chosen, runs, report) : {};
    const given = await fetchedInputs(workflow, { ...newest, ...chosen }, runs, signal);
    if (flags.store !== undefined) {
      const { uploadRunTo } = await import("../store/upload-run.js");
      upload = await uploadRunTo(flags.store, watcher);
    }
    const record = await runWorkflow(workflow, {
      ...withInputsOf(workflow, given, resumed),
      root: projectRoot(),
      cwd: callersDirectory(),
      runs,
      parallelism: flags.parallelism,
      executor,
      approver: givenApprovals(approve, ask),
      listener: upload ?? watcher,
      signal,
      ...earlier.options,
      ...omitUndefined({ prepare: upload?.prepare }),
    });
    const faults = (await upload?.finish(signal)) ?? [];
    if (flags.json) process.stdout.write(readFileSync(join(record.directory, "run.json"), "utf8"));
    else for (const line of describeRun(record, paint)) console.log(line);
    reportProblems(workflow, record, flags.verbose === true);
    const differences = describeDifferences(record);
    for (const line of differences) console.error(`\n${line}`);
    if (earlier.codes !== undefined && !flags.json) {
      for (const line of describeOutsideReads(workflow, record, earlier.codes))
        console.error(`Note: ${line}`);
    }
    for (const fault of faults) console.error(`Not stored: ${fault}`);
    if (record.notStored !== undefined) for (const line of describeNotStored(record)) console.error(line);
    process.exitCode = runExitCode(record.phase);
    if (record.phase === "Succeeded" && differences.length > 0) process.exitCode = exitCode.failed;
    if (record.phase === "Succeeded" && (record.notStored !== undefined || faults.length > 0)) {
      process.exitCode = signal.aborted ? exitCode.interrupted : exitCode.failed;
    }
  } catch (error) {
    if (!signal.aborted || !(error instanceof Error) || error.name !== "AbortError") throw error;
    console.error("Stopped before the run began.");
    process.exitCode = exitCode.interrupted;
  } finally {
    live?.close();
    upload?.close();
    await executor.close();
    release();
  }
}
