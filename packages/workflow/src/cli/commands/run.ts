import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Graph } from "../../definition/graph.js";
import { describeSchema } from "../../definition/schema-text.js";
import type { Workflow } from "../../definition/workflow.js";
import type { Approver } from "../../local/approval.js";
import { nobody } from "../../local/approval.js";
import { isolatedExecutor } from "../../local/executors/isolated.js";
import { workerPoolExecutor } from "../../local/executors/worker-pool.js";
import { type RunListener, silentListener } from "../../local/run-events.js";
import type { Phase, RunRecord, TaskRecord } from "../../local/run-record.js";
import { failedLeaves, runWorkflow } from "../../local/run-workflow.js";
import { askPerson } from "../approve/ask-person.js";
import { checkApprovals, givenApprovals } from "../approve/given-approvals.js";
import { chooseWorkflow } from "../choose.js";
import { exitCode } from "../exit-code.js";
import { collectPair } from "../key-values.js";
import type { Project } from "../main.js";
import { elapsed } from "../progress/duration-text.js";
import { plainProgress } from "../progress/plain-progress.js";
import { describeOutputs } from "../progress/print-outputs.js";
import { drawTree } from "../progress/tree.js";
import { callersDirectory, projectRoot, shortPath } from "../project-root.js";
import { takeReadyWorkers } from "../ready-workers.js";
import { isInteractive, paintFor } from "../terminal.js";

interface RunFlags {
  readonly set: readonly [string, string][];
  readonly approve: readonly [string, string][];
  readonly parallelism: number;
  readonly isolated?: true;
  readonly runs: string;
  readonly json?: true;
  readonly verbose?: true;
}

export function addRunCommand(program: Command, project: Project): void {
  program
    .command("run")
    .description("run a workflow on this machine")
    .argument("[workflow]", `its name; ${project.workflows[0].name} where left out`)
    .option(
      "--set <name=value>",
      "set a parameter, or an artifact to a file; may be repeated",
      collectPair("--set"),
      [],
    )
    .option(
      "--approve <task.field=value>",
      "answer for a person; may be repeated",
      collectPair("--approve"),
      [],
    )
    .option("--parallelism <n>", "how many steps run side by side", wholeNumber, availableParallelism())
    .option("--isolated", "start each step in a process of its own, just as a pod starts it")
    .option("--runs <directory>", "where runs are kept", join(projectRoot(), "runs"))
    .option("--json", "print the run's record as JSON and nothing else")
    .option("--verbose", "show where an error comes from")
    .addHelpText("after", () => `\n${inputsHelp(project)}`)
    .action((name: string | undefined, flags: RunFlags) => run(chooseWorkflow(project, name), flags));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("Expected a whole number from 1.");
}

/** What can be set, with ranges and defaults. */
function inputsHelp(project: Project): string {
  const lines = project.workflows.flatMap((workflow) => [
    `${workflow.name} can be given:`,
    ...Object.entries(workflow.inputs).map(([name, port]) =>
      port.kind === "parameter"
        ? `  --set ${name}=…  ${describeSchema(port.schema)}${port.need === "defaulted" ? ` (default ${JSON.stringify(port.default)})` : ""}`
        : `  --set ${name}=PATH  a file${port.origin === undefined ? "" : ` (default ${port.origin.path})`}`,
    ),
  ]);
  return lines.join("\n");
}

async function run(workflow: Workflow, flags: RunFlags): Promise<void> {
  checkApprovals(workflow.graph, flags.approve);
  const interactive = isInteractive(process.stdout) && flags.json === undefined;
  const paint = paintFor(process.stdout);
  const live = interactive
    ? (await import("../progress/live-progress.js")).liveProgress(process.stdout, paint)
    : undefined;
  const listener: RunListener =
    live ?? (flags.json ? silentListener : plainProgress((line) => console.log(line)));
  const ask: Approver = process.stdin.isTTY && process.stderr.isTTY ? askPerson(live ?? standStill) : nobody;
  const program = { script: process.argv[1] ?? "" };
  const executor = flags.isolated
    ? isolatedExecutor(program)
    : workerPoolExecutor(program, takeReadyWorkers());
  const interrupt = new AbortController();
  const stop = (): void => interrupt.abort();
  process.on("SIGINT", stop).on("SIGTERM", stop).on("SIGHUP", stop);
  try {
    const record = await runWorkflow(workflow, {
      set: Object.fromEntries(flags.set),
      root: projectRoot(),
      cwd: callersDirectory(),
      runs: resolve(callersDirectory(), flags.runs),
      parallelism: flags.parallelism,
      executor,
      approver: givenApprovals(flags.approve, ask),
      listener,
      signal: interrupt.signal,
    });
    if (flags.json) console.log(JSON.stringify(record, null, 2));
    else for (const line of describeRun(record, paint)) console.log(line);
    complain(workflow, record, flags);
    process.exitCode = exitCodeOf(record.phase);
  } finally {
    await executor.close();
    process.off("SIGINT", stop).off("SIGTERM", stop).off("SIGHUP", stop);
  }
}

const standStill = { pause() {}, resume() {} };

function describeRun(record: RunRecord, paint: ReturnType<typeof paintFor>): string[] {
  const latest = join(record.directory, "..", "latest");
  return [
    "",
    ...drawTree(record, paint, process.stdout.isTTY ? process.stdout.columns - 1 : undefined),
    ...(record.phase === "Succeeded" ? describeOutputs(record, latest, paint) : []),
    "",
    `${record.phase} in ${elapsed(record.startedAt, record.finishedAt)}: ${shortPath(record.directory)}`,
  ];
}

/** What a person must know or do, on standard error. */
function complain(workflow: Workflow, record: RunRecord, flags: RunFlags): void {
  const tasks = [...record.tasks, ...(record.exit ?? [])];
  for (const task of failedLeaves(tasks)) {
    console.error(`\n${task.id}: ${task.message}`);
    if (task.stack === undefined) continue;
    if (flags.verbose || process.env.DEBUG) console.error(task.stack);
    else console.error("(Run again with --verbose to see where this comes from.)");
  }
  if (record.phase !== "Incomplete") return;
  for (const task of suspended(record.tasks)) {
    console.error(`\n${task.id} waits for a person. Answer on a terminal, or run again with`);
    for (const line of approveHelp(workflow.graph, task.name)) console.error(`  ${line}`);
  }
}

function suspended(tasks: readonly TaskRecord[]): TaskRecord[] {
  return tasks.flatMap((task) => [
    ...(task.kind === "approve" && task.phase === "Suspended" ? [task] : []),
    ...suspended(task.children ?? []),
  ]);
}

function approveHelp(graph: Graph, name: string): string[] {
  return [...graph.tasks.values()].flatMap((task) => {
    if (task.kind === "call")
      return task.template.kind === "workflow" ? approveHelp(task.template.graph, name) : [];
    if (task.name !== name) return [];
    return Object.entries(task.fields).map(
      ([field, port]) => `--approve ${name}.${field}=…  ${describeSchema(port.schema)}`,
    );
  });
}

function exitCodeOf(phase: Phase): number {
  if (phase === "Succeeded") return exitCode.succeeded;
  if (phase === "Incomplete") return exitCode.incomplete;
  return phase === "Interrupted" ? exitCode.interrupted : exitCode.failed;
}
