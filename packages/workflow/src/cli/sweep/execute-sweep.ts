import { availableParallelism } from "node:os";
import { printable } from "@tiphys/argo-lint/text";
import type { Workflow } from "../../definition/graph.js";
import { listRuns } from "../../history/list-runs.js";
import { noApprover } from "../../local/approval.js";
import { silentListener } from "../../local/run-listener.js";
import type { RunRecord } from "../../local/run-record.js";
import { runWorkflow } from "../../local/run-workflow.js";
import { Semaphore } from "../../local/semaphore.js";
import { checkApprovals, givenApprovals } from "../approve/given-approvals.js";
import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { elapsedText } from "../progress/duration-text.js";
import { phaseSymbols } from "../progress/tree.js";
import { callersDirectory, projectRoot } from "../project/project-root.js";
import { runsDirectory } from "../project/runs-directory.js";
import { afterEarlierRun } from "../run/after-earlier-run.js";
import type { RunFlags } from "../run/execute-run.js";
import { takeInterrupts } from "../run/prestarted-workers.js";
import { reportProblems, runExitCode } from "../run/report-run.js";
import { fetchedInputs, stepExecutor } from "../run/step-executor.js";
import { terminalWidth } from "../runs/print-list.js";
import { sweepJson, sweepTable } from "./sweep-table.js";
import { type SweepPoint, sweepPoints } from "./sweep-values.js";

/** The worst first. */
const exitCodes = [exitCode.interrupted, exitCode.failed, exitCode.incomplete, exitCode.succeeded];

/**
 * Runs a workflow once for each combination of the swept values, as many steps at the same time as `--parallelism` says, shows
 * the runs in one table, and sets the process's exit code to the worst of theirs.
 */
export async function executeSweep(
  workflow: Workflow,
  flags: RunFlags,
  swept: readonly (readonly [string, string])[],
): Promise<void> {
  const { set = [], approve = [], parallelism = availableParallelism() } = flags;
  checkApprovals(workflow.graph, approve);
  const points = sweepPoints(workflow, swept);
  const script = process.argv[1] ?? "";
  const { options } = afterEarlierRun(workflow, flags, script, undefined);
  const executor = await stepExecutor(flags, script);
  const { signal, release } = onInterrupt({ outlivesTerminal: true });
  takeInterrupts();
  const runs = runsDirectory(flags.runs);
  const [slots, side] = [new Semaphore(parallelism), new Semaphore(parallelism)];
  const print = flags.json ? () => {} : console.log;
  const runOne = async (point: SweepPoint): Promise<RunRecord | undefined> => {
    if (signal.aborted) return undefined;
    const given = await fetchedInputs(workflow, { ...Object.fromEntries(set), ...point }, runs, signal);
    const record = await runWorkflow(workflow, {
      ...given,
      root: projectRoot(),
      cwd: callersDirectory(),
      runs,
      slots,
      executor,
      approver: givenApprovals(approve, noApprover),
      listener: silentListener,
      signal,
      ...options,
    });
    const time = elapsedText(record.startedAt, record.finishedAt);
    print(`${phaseSymbols[record.phase]} ${pointText(point)} ${time}`);
    if (record.phase === "Failed" || record.phase === "Error") console.error(`\nRun ${record.run}:`);
    reportProblems(workflow, record, flags.verbose === true);
    return record;
  };
  try {
    print(`${points.length} runs of ${workflow.name}`);
    const settled = await Promise.allSettled(points.map((point) => side.run(() => runOne(point))));
    const fault = settled.find((each) => each.status === "rejected");
    const ended = settled.flatMap((each) => (each.status === "fulfilled" ? [each.value] : []));
    const names = ended.flatMap((record) => record?.run ?? []);
    const all = new Map(listRuns(runs, { workflows: [workflow] }).map((run) => [run.name, run]));
    const summaries = names.flatMap((name) => all.get(name) ?? []);
    if (flags.json) process.stdout.write(`${JSON.stringify(sweepJson(summaries), null, 2)}\n`);
    const table = sweepTable(
      summaries,
      swept.map(([name]) => name),
      terminalWidth(),
    );
    for (const line of ["", ...table]) print(line);
    const missing = points.length - names.length;
    if (missing > 0) console.error(`Stopped: ${missing} of ${points.length} runs were not started.`);
    const codes = ended.map((record) => (record ? runExitCode(record.phase) : exitCode.interrupted));
    process.exitCode = exitCodes.find((code) => codes.includes(code)) ?? exitCode.failed;
    if (fault !== undefined) throw fault.reason;
  } finally {
    await executor.close();
    release();
  }
}

function pointText(point: SweepPoint): string {
  return Object.entries(point)
    .map(([name, text]) => `${name}=${printable(text)}`)
    .join(" ");
}
