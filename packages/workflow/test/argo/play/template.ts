import { runDag } from "./dag.js";
import { exportOutputs } from "./export-outputs.js";
import type { DagTask, Template } from "./manifest.js";
import type { NodeResult, PlayedNode } from "./node.js";
import type { Play } from "./play.js";
import { podNameOf } from "./pod-name.js";
import { processArguments } from "./process-arguments.js";
import { runRetried } from "./retry.js";
import { runScriptPod } from "./script-pod.js";
import { runSuspended } from "./suspend.js";

/**
 * Runs the template that a task calls.
 * @param parent the task's DAG, which determines whether a script's output is read
 * @param taskName the task's name without the suffix of a loop
 */
export async function executeTemplate(
  play: Play,
  nodeName: string,
  task: Pick<DagTask, "name" | "template" | "templateRef" | "arguments">,
  parent: Template | undefined,
  taskName = task.name,
): Promise<NodeResult> {
  const type = typeOf(play.templates.get(task.template ?? ""));
  const record = (result: NodeResult): NodeResult => {
    const { phase, message, outputs } = result;
    const rest = {
      ...(message === undefined ? {} : { message }),
      ...(outputs === undefined ? {} : { outputs }),
    };
    play.nodes.push({ name: nodeName, type, template: task.template ?? "", phase, ...rest });
    return result;
  };
  try {
    const template = play.templates.get(task.template ?? "");
    if (template === undefined)
      throw new Error(`task ${task.name} calls a template that is not in the manifest, which is not played`);
    const local = { "node.name": nodeName, "tasks.name": task.name };
    const processed = processArguments(
      template,
      task.arguments,
      play,
      podName(type, play, nodeName, template.name, local),
    );
    if (processed.dag !== undefined) return record(await runDag(play, nodeName, processed));
    if (processed.suspend !== undefined) return record(runSuspended(play, nodeName, taskName, processed));
    if (processed.script === undefined)
      throw new Error(`template ${template.name} is neither a DAG nor a script nor a suspension: not played`);
    const readsResult = parent !== undefined && readsResultOf(parent, taskName);
    const result =
      type === "Retry"
        ? await runRetried(play, nodeName, processed, readsResult, local)
        : await runScriptPod(play, nodeName, processed, readsResult);
    if (result.outputs !== undefined) exportOutputs(play, processed, result.outputs);
    return record(result);
  } catch (error) {
    return record({ phase: "Error", message: error instanceof Error ? error.message : String(error) });
  }
}

function typeOf(template: Template | undefined): PlayedNode["type"] {
  if (template?.dag !== undefined) return "DAG";
  if (template?.suspend !== undefined) return "Suspend";
  return template?.retryStrategy === undefined ? "Pod" : "Retry";
}

function podName(
  type: PlayedNode["type"],
  play: Play,
  nodeName: string,
  template: string,
  local: Readonly<Record<string, string>>,
): Record<string, string> {
  return type === "Pod" ? { ...local, "pod.name": podNameOf(play, nodeName, template) } : { ...local };
}

/** Whether a DAG reads the output of a task's script: only then it is kept. */
function readsResultOf(dag: Template, task: string): boolean {
  const text = JSON.stringify(dag);
  return text.includes(`tasks.${task}.outputs.result`) || text.includes(`tasks['${task}'].outputs.result`);
}
