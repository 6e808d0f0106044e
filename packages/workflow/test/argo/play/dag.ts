import { dagOutputs } from "./dag-outputs.js";
import { dagScope } from "./dag-scope.js";
import { dependsHolds, tasksOfDepends } from "./depends.js";
import { expandLoop } from "./expand-loop.js";
import { exportOutputs } from "./export-outputs.js";
import type { DagTask, Template } from "./manifest.js";
import type { NodeResult, Phase } from "./node.js";
import type { Play } from "./play.js";
import { resolveTask } from "./resolve-task.js";
import { executeTemplate } from "./template.js";

/**
 * Runs a DAG: each task starts as soon as its dependencies have ended. A failure does not keep independent tasks from
 * starting.
 */
export async function runDag(play: Play, nodeName: string, template: Template): Promise<NodeResult> {
  const tasks = template.dag?.tasks ?? [];
  const ends = new Map<string, Promise<NodeResult>>();
  const results = new Map<string, NodeResult>();
  const end = (task: DagTask): Promise<NodeResult> => {
    const known = ends.get(task.name);
    if (known !== undefined) return known;
    const started = runTask(play, nodeName, template, task, results, async (name) => {
      const other = tasks.find((each) => each.name === name);
      if (other === undefined) throw new Error(`task ${task.name} depends on ${name}, which does not exist`);
      return end(other);
    }).then((result) => {
      results.set(task.name, result);
      return result;
    });
    ends.set(task.name, started);
    return started;
  };
  await Promise.all(tasks.map(end));
  const phase = phaseOf(tasks, results);
  if (phase !== "Succeeded") return { phase };
  for (const task of tasks) {
    const called = play.templates.get(task.template ?? "");
    const outputs = results.get(task.name)?.outputs;
    if (called !== undefined && outputs !== undefined) exportOutputs(play, called, outputs);
  }
  return { phase, outputs: dagOutputs(template, dagScope(template, tasks, results, play)) };
}

async function runTask(
  play: Play,
  dagName: string,
  template: Template,
  task: DagTask,
  results: ReadonlyMap<string, NodeResult>,
  ended: (name: string) => Promise<NodeResult>,
): Promise<NodeResult> {
  const nodeName = `${dagName}.${task.name}`;
  const skip = (phase: Phase, message: string): NodeResult => {
    play.nodes.push({ name: nodeName, type: "Skipped", template: task.template ?? "", phase, message });
    return { phase, message };
  };
  try {
    const depends = task.depends ?? "";
    const phases = new Map<string, Phase>();
    for (const name of tasksOfDepends(depends)) phases.set(name, (await ended(name)).phase);
    if (depends !== "" && !dependsHolds(depends, phases)) return skip("Omitted", "depends condition not met");
    const scope = dagScope(template, ancestorsOf(task, template), results, play);
    const resolved = resolveTask(task, scope, play.globals);
    if (resolved === undefined) return skip("Skipped", `when '${task.when}' evaluated false`);
    const loop = expandLoop(resolved, scope, play.globals);
    if (loop === undefined) return await executeTemplate(play, nodeName, resolved, template);
    if (loop.length === 0) return skip("Skipped", "Skipped, empty params");
    const iterations = await Promise.all(
      loop.map((once) => executeTemplate(play, `${dagName}.${once.name}`, once, template, task.name)),
    );
    const failed = iterations.findLast(({ phase }) => phase === "Failed" || phase === "Error");
    const phase = failed?.phase ?? "Succeeded";
    play.nodes.push({ name: nodeName, type: "TaskGroup", template: task.template ?? "", phase });
    return { phase, iterations };
  } catch (error) {
    return skip("Error", error instanceof Error ? error.message : String(error));
  }
}

/** The direct and indirect dependencies of a task: the only tasks that it may read. */
function ancestorsOf(task: DagTask, template: Template): DagTask[] {
  const tasks = template.dag?.tasks ?? [];
  const names = new Set<string>();
  const visit = (each: DagTask): void => {
    for (const name of tasksOfDepends(each.depends ?? "")) {
      const other = tasks.find((candidate) => candidate.name === name);
      if (other === undefined || names.has(name)) continue;
      names.add(name);
      visit(other);
    }
  };
  visit(task);
  return tasks.filter(({ name }) => names.has(name));
}

/** A DAG's phase is that of its last tasks; a task that did not run has the phase of its dependencies. */
function phaseOf(tasks: readonly DagTask[], results: ReadonlyMap<string, NodeResult>): Phase {
  const parentsOf = (task: DagTask): string[] => tasksOfDepends(task.depends ?? "");
  const inner = new Set(tasks.flatMap(parentsOf));
  const deduced = (name: string): Phase => {
    const phase = results.get(name)?.phase ?? "Error";
    const task = tasks.find((each) => each.name === name);
    if ((phase !== "Skipped" && phase !== "Omitted") || task === undefined) return phase;
    return parentsOf(task).map(deduced).find(isFailure) ?? "Succeeded";
  };
  const leaves = tasks.map(({ name }) => name).filter((name) => !inner.has(name));
  return leaves.sort().map(deduced).find(isFailure) ?? "Succeeded";
}

function isFailure(phase: Phase): boolean {
  return phase === "Failed" || phase === "Error";
}
