import { allTasks } from "../../local/all-tasks.js";
import { nodeMajor } from "../../local/cache/task-key.js";
import type { RunRecord, TaskRecord } from "../../local/run-record.js";

/** A task in a run. */
export interface TaskInRun {
  readonly run: RunRecord;
  readonly task: TaskRecord;
}

/** Of how many changed files or packages the names are shown. */
const maxNames = 5;

/**
 * What two runs of a task have different of what its outputs depend on, the most telling first: "its code changed
 * (src/model.ts)", "parameter C differs: 1 → 0.1", "input model differs: produced by train, …".
 * @param whose begins what is said of its code
 */
export function differences(earlier: TaskInRun, later: TaskInRun, whose = "its"): string[] {
  return [
    ...changedCode(earlier, later, whose),
    ...changedEnvironment(earlier.run, later.run),
    ...changedParameters(earlier.task, later.task),
    ...changedArtifacts(earlier, later),
  ];
}

function changedCode(earlier: TaskInRun, later: TaskInRun, whose: string): string[] {
  if (earlier.task.key?.code === later.task.key?.code) return [];
  const [before, after] = [earlier, later].map(({ run, task }) => run.steps?.[task.template ?? ""]);
  const files = changedNames(before?.files ?? {}, after?.files ?? {});
  const packages = changedNames(before?.packages ?? {}, after?.packages ?? {}).map(
    (name) => `${name} ${before?.packages[name] ?? "none"} → ${after?.packages[name] ?? "none"}`,
  );
  const names = [...files, ...packages];
  const more = names.length > maxNames ? `, and ${names.length - maxNames} more` : "";
  const shown = names.length === 0 ? "" : ` (${names.slice(0, maxNames).join(", ")}${more})`;
  return [`${whose} code changed${shown}`];
}

function changedEnvironment({ code: before }: RunRecord, { code: after }: RunRecord): string[] {
  return [
    ...(nodeMajor(before.node) === nodeMajor(after.node)
      ? []
      : [`Node differs: ${before.node} → ${after.node}`]),
    ...(before.platform === after.platform
      ? []
      : [`the platform differs: ${before.platform} → ${after.platform}`]),
  ];
}

function changedParameters(before: TaskRecord, after: TaskRecord): string[] {
  const [old, now] = [before.inputs?.parameters ?? {}, after.inputs?.parameters ?? {}];
  return changedNames(old, now).map(
    (name) => `parameter ${name} differs: ${old[name] ?? "none"} → ${now[name] ?? "none"}`,
  );
}

function changedArtifacts(earlier: TaskInRun, later: TaskInRun): string[] {
  const [old, now] = [digestsOf(earlier.task), digestsOf(later.task)];
  return changedNames(old, now).map((name) => `input ${name} differs: ${originOf(name, earlier, later)}`);
}

/** Where an input's bytes come from, and why they are others than before. */
function originOf(name: string, earlier: TaskInRun, later: TaskInRun): string {
  const paths = pathsOf(later.task.inputs?.artifacts[name]);
  const producer = allTasks(later.run.tasks).find(
    ({ kind, outputs }) =>
      kind === "step" &&
      Object.values(outputs?.artifacts ?? {}).some((made) =>
        pathsOf(made).some((path) => paths.includes(path)),
      ),
  );
  if (producer === undefined) return `${paths[0] ?? "the file"} is another file, or has other bytes`;
  const before = allTasks(earlier.run.tasks).find(({ id }) => id === producer.id);
  if (before === undefined) return `produced by ${producer.id}, which is new`;
  const [first] = differences(
    { run: earlier.run, task: before },
    { run: later.run, task: producer },
    "whose",
  );
  if (first === undefined) return `produced by ${producer.id}, whose outputs are not the same each time`;
  return `produced by ${producer.id}, ${first.startsWith("whose") ? first : `whose ${first}`}`;
}

function digestsOf({ inputs }: TaskRecord): Record<string, string> {
  const values = Object.entries(inputs?.artifacts ?? {}).map(([name, value]) => [
    name,
    [value]
      .flat()
      .map(({ sha256 }) => sha256)
      .join(" "),
  ]);
  return Object.fromEntries(values);
}

function pathsOf(value: NonNullable<TaskRecord["inputs"]>["artifacts"][string] | undefined): string[] {
  return value === undefined ? [] : [value].flat().map(({ path }) => path);
}

function changedNames(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (name) => before[name] !== after[name],
  );
}
