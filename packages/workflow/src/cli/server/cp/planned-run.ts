import type { ServerWorkflow } from "../../../argo/client/index.js";
import { recordedOutputs } from "../../../local/recorded-values.js";
import type { RunRecord, TaskRecord } from "../../../local/run-record.js";
import type { SafePath } from "../../../storage/folder-transfer/safe-path.js";
import { type FoundTask, findTasks, nodesByName } from "../find-tasks.js";
import type { ProjectWorkflow } from "../match-project-workflow.js";
import { writeParameterFiles } from "./parameter-files.js";
import { inputCopies, outputCopies, type PlannedCopy } from "./planned-copy.js";
import { type PlannedLog, plannedLogs } from "./planned-logs.js";
import { outputsOf, RunFiles } from "./record-run.js";
import { unknownTasks } from "./unknown-tasks.js";

/** A run in the cluster that is to be copied. */
export interface PlannedRun {
  /** The workflow's name in the project, else its name in the cluster. */
  readonly workflow: string;
  readonly copies: readonly PlannedCopy[];
  readonly logs: readonly PlannedLog[];
  /** All files that will be written. */
  readonly files: readonly SafePath[];
  /** Completes the record of a run whose artifacts are copied, and writes its parameters. */
  fillIn(record: RunRecord, directory: string): Promise<void>;
}

/**
 * Plans the copy of a workflow.
 * @param own the project's workflow that it matches, if there is one
 * @throws {UserError} for a name that is not a valid file name
 */
export function planRun(found: ServerWorkflow, own: ProjectWorkflow | undefined): PlannedRun {
  return own === undefined ? foreignRun(found) : ownRun(found, own);
}

function ownRun(found: ServerWorkflow, { workflow, root }: ProjectWorkflow): PlannedRun {
  const nodes = nodesByName(found);
  const tasks = findTasks(workflow.graph, workflow.inputs, root, "", nodes);
  const exit =
    workflow.exit === undefined
      ? undefined
      : findTasks(workflow.exit, {}, `${found.metadata.name}.onExit`, "onExit/", nodes);
  const rootNode = nodes.get(root);
  const given = rootNode === undefined ? [] : inputCopies(workflow.inputs, rootNode);
  const copies = [...given, ...outputCopies(tasks), ...outputCopies(exit ?? [])];
  return {
    workflow: workflow.name,
    copies,
    logs: withoutTaken(plannedLogs(found, [...tasks, ...(exit ?? [])], nodes), copies),
    files: copies.map(({ path }) => path),
    async fillIn(record, directory) {
      const files = new RunFiles(directory, copies);
      await files.fillIn(tasks);
      await files.fillIn(exit ?? []);
      for (const { name, value } of rootNode?.inputs?.parameters ?? []) {
        if (workflow.inputs[name]?.kind === "parameter" && value !== undefined)
          record.inputs.parameters[name] = value;
      }
      for (const { artifact, path } of given) {
        const value = await files.recorded(path, false);
        if (value !== undefined) record.inputs.artifacts[artifact] = value;
      }
      record.tasks = recordsOf(tasks);
      if (exit !== undefined) record.exit = recordsOf(exit);
      const outputs = outputsOf(workflow.graph.outputs, (source) =>
        files.valueOf(source, tasks, record.inputs),
      );
      record.outputs = recordedOutputs(workflow, outputs);
    },
  };
}

function foreignRun(found: ServerWorkflow): PlannedRun {
  const { tasks, copies, logs } = unknownTasks(found);
  return {
    workflow: found.metadata.name,
    copies,
    logs: withoutTaken(logs, copies),
    files: [...copies, ...tasks.flatMap(({ parameters }) => parameters)].map(({ path }) => path),
    async fillIn(record, directory) {
      const files = new RunFiles(directory, copies);
      for (const { record: task, parameters } of tasks) {
        if (task.outputs === undefined) continue;
        writeParameterFiles(directory, parameters);
        for (const { artifact, path } of copies.filter((copy) => copy.task === task.id)) {
          const value = await files.recorded(path, false);
          if (value !== undefined) task.outputs.artifacts[artifact] = value;
        }
      }
      record.tasks = tasks.map(({ record: task }) => task);
    },
  };
}

/** Leaves out logs whose place an output takes; on some file systems, names that differ in case are the same. */
function withoutTaken(logs: readonly PlannedLog[], copies: readonly PlannedCopy[]): PlannedLog[] {
  const taken = new Set(copies.map(({ path }) => path.toLowerCase()));
  return logs.filter(({ path }) => !taken.has(path.toLowerCase()));
}

function recordsOf(tasks: readonly FoundTask[]): TaskRecord[] {
  return tasks.map(({ record }) => record);
}
