import { readFileSync, realpathSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { describeSchema } from "../../definition/describe-schema.js";
import type { Graph, Workflow } from "../../definition/graph.js";
import type { Port } from "../../definition/port.js";
import { printableLines } from "../../definition/printable.js";
import type { Approver } from "../../local/approval.js";
import { noApprover } from "../../local/approval.js";
import { processPerStepExecutor } from "../../local/executors/process-per-step.js";
import { workerPoolExecutor } from "../../local/executors/worker-pool.js";
import { runsOf } from "../../local/run-directory.js";
import { type RunListener, silentListener } from "../../local/run-listener.js";
import type { Phase, RunRecord, TaskRecord } from "../../local/run-record.js";
import { failedLeaves, type RunOptions, runWorkflow } from "../../local/run-workflow.js";
import { writtenArtifacts } from "../../local/stored-artifacts.js";
import type { RunUpload } from "../../local/upload-run.js";
import { isS3Address } from "../../storage/s3-address.js";
import { askPerson } from "../approve/ask-person.js";
import { checkApprovals, givenApprovals } from "../approve/given-approvals.js";
import { defaultText, kindOfArtifact } from "../describe/describe-port.js";
import { collectPair } from "../options/option-parsers.js";
import { exitCode } from "../process/exit-code.js";
import { onInterrupt } from "../process/on-interrupt.js";
import { howToSeeMore } from "../process/report-error.js";
import { isInteractive, paintFor } from "../process/terminal.js";
import { elapsedText } from "../progress/duration-text.js";
import { plainProgress } from "../progress/plain-progress.js";
import { drawTree } from "../progress/tree.js";
import { chooseWorkflow } from "../project/choose-by-name.js";
import type { Project } from "../project/project.js";
import { callersDirectory, projectRoot, shortPath } from "../project/project-root.js";
import { runsDirectory, runsOption } from "../project/runs-directory.js";
import { describeOutputs } from "../run/describe-outputs.js";
import { takeInterrupts, takePrestartedWorkers } from "../run/prestarted-workers.js";

interface RunFlags {
  readonly set?: readonly [string, string][];
  readonly approve?: readonly [string, string][];
  readonly parallelism: number;
  readonly isolated?: true;
  readonly runs?: string;
  readonly store?: string;
  readonly json?: true;
  readonly verbose?: true;
}

export function addRunCommand(program: Command, project: Project): void {
  program
    .command("run")
    .description("run a workflow on this machine")
    .argument("[workflow]", `its name (default: ${project.workflows[0].name})`)
    .option(
      "--set <name=value>",
      "set a parameter, or an artifact to a file or to s3://BUCKET/KEY; may be repeated",
      collectPair("--set"),
    )
    .option("--approve <task.field=value>", "answer for a person; may be repeated", collectPair("--approve"))
    .addOption(
      new Option("--parallelism <n>", "how many steps run at the same time")
        .argParser(wholeNumber)
        .default(availableParallelism(), "one per processor"),
    )
    .option("--isolated", "run each step in its own process, as a pod does")
    .addOption(runsOption())
    .option("--store <address>", "also store the run in s3://BUCKET/PREFIX?endpoint=…, or a folder")
    .option("--json", "print the run's record as JSON and nothing else")
    .option("--verbose", "show where an error comes from")
    // Refuses an unknown name before anything is printed.
    .addHelpText("before", ({ command }) => {
      workflowsFor(project, command.args[0]);
      return "";
    })
    .addHelpText("after", ({ command }) => `\n${inputsHelp(workflowsFor(project, command.args[0]))}`)
    .action((name: string | undefined, flags: RunFlags) => run(chooseWorkflow(project, name), flags));
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError("Expected a whole number from 1.");
}

/** The workflows that the help describes: the one named with --help, or all. */
function workflowsFor(project: Project, name: string | undefined): readonly Workflow[] {
  return name === undefined || name.startsWith("-") ? project.workflows : [chooseWorkflow(project, name)];
}

/** The inputs that `--set` takes, with ranges and defaults. */
function inputsHelp(workflows: readonly Workflow[]): string {
  const paragraphs = workflows.map((workflow) => {
    const inputs = Object.entries(workflow.inputs);
    if (inputs.length === 0) return `${workflow.name} has nothing to set.`;
    const options = inputs.map(([name, port]): [string, string] => [
      `--set ${name}=${port.kind === "parameter" ? "…" : "PATH"}`,
      describeInput(name, port),
    ]);
    const width = Math.max(...options.map(([option]) => option.length)) + 2;
    const lines = options.map(([option, meaning]) => `  ${option.padEnd(width)}${meaning}`);
    return [`What can be set in ${workflow.name}:`, ...lines].join("\n");
  });
  return paragraphs.join("\n\n");
}

function describeInput(name: string, port: Port): string {
  const fallback = defaultText(name, port);
  const meaning = port.kind === "parameter" ? describeSchema(port.schema) : kindOfArtifact(port);
  return fallback === undefined ? meaning : `${meaning}, default ${fallback}`;
}

async function run(workflow: Workflow, flags: RunFlags): Promise<void> {
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
  const ask: Approver =
    process.stdin.isTTY && process.stderr.isTTY ? askPerson(live ?? noDisplay) : noApprover;
  const program = { script: process.argv[1] ?? "" };
  const executor = flags.isolated
    ? processPerStepExecutor(program)
    : workerPoolExecutor(program, takePrestartedWorkers());
  const { signal, release } = onInterrupt({ outlivesTerminal: true });
  takeInterrupts();
  let kept: (RunUpload & { close(): void }) | undefined;
  try {
    const runs = runsDirectory(flags.runs);
    const given = await fetched(workflow, Object.fromEntries(set), runs, signal);
    if (flags.store !== undefined) {
      const { uploadRunTo } = await import("../store/upload-run.js");
      kept = await uploadRunTo(flags.store, watcher);
    }
    const record = await runWorkflow(workflow, {
      ...given,
      root: projectRoot(),
      cwd: callersDirectory(),
      runs,
      parallelism: flags.parallelism,
      executor,
      approver: givenApprovals(approve, ask),
      listener: kept ?? watcher,
      signal,
      ...(kept === undefined ? {} : { prepare: kept.prepare }),
    });
    const faults = (await kept?.finish(signal)) ?? [];
    if (flags.json) process.stdout.write(readFileSync(join(record.directory, "run.json"), "utf8"));
    else for (const line of describeRun(record, paint)) console.log(line);
    reportProblems(workflow, record, flags);
    for (const fault of faults) console.error(`Not stored: ${fault}`);
    if (record.notStored !== undefined) for (const line of describeNotStored(record)) console.error(line);
    process.exitCode = exitCodeOf(record.phase);
    if (record.phase === "Succeeded" && (record.notStored !== undefined || faults.length > 0)) {
      process.exitCode = signal.aborted ? exitCode.interrupted : exitCode.failed;
    }
  } catch (error) {
    if (!signal.aborted || !(error instanceof Error) || error.name !== "AbortError") throw error;
    console.error("Stopped before the run began.");
    process.exitCode = exitCode.interrupted;
  } finally {
    live?.close();
    kept?.close();
    await executor.close();
    release();
  }
}

/** The values of `--set`, with addresses in S3 replaced by the files fetched from them. Without any, no S3 code is loaded. */
async function fetched(
  workflow: Workflow,
  set: Readonly<Record<string, string>>,
  runs: string,
  signal: AbortSignal,
): Promise<Pick<RunOptions, "set" | "sources">> {
  if (!Object.values(set).some(isS3Address)) return { set };
  const { fetchInputs } = await import("../store/fetch-inputs.js");
  return fetchInputs(workflow, set, join(runs, ".inputs"), signal);
}

const noDisplay = { pause() {}, resume() {} };

function describeRun(record: RunRecord, paint: ReturnType<typeof paintFor>): string[] {
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

function describeNotStored({ run, store, notStored = [], ...record }: RunRecord): string[] {
  const artifacts = writtenArtifacts({ run, ...record }).length;
  const names = notStored.slice(0, maxNames).join(", ");
  const more = notStored.length > maxNames ? `, and ${notStored.length - maxNames} more` : "";
  return [
    `Not everything is stored in ${store}: of ${artifacts} artifacts and run.json, ${notStored.length} ` +
      `${notStored.length === 1 ? "is" : "are"} missing: ${names}${more}`,
    `Store the rest: npx --no pipeline data push-run ${shortPath(record.directory)}`,
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
function reportProblems(workflow: Workflow, record: RunRecord, flags: RunFlags): void {
  const tasks = [...record.tasks, ...(record.exit ?? [])];
  for (const task of failedLeaves(tasks)) {
    console.error(printableLines(`\n${task.id}: ${messageForPerson(task)}`));
    if (task.stack === undefined) continue;
    if (flags.verbose || process.env.DEBUG) console.error(printableLines(task.stack));
    else console.error(howToSeeMore());
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
      ([field, port]) => `--approve ${name}.${field}=…  ${describeInput(field, port)}`,
    );
  });
}

function exitCodeOf(phase: Phase): number {
  if (phase === "Succeeded") return exitCode.succeeded;
  if (phase === "Incomplete") return exitCode.incomplete;
  return phase === "Interrupted" ? exitCode.interrupted : exitCode.failed;
}
