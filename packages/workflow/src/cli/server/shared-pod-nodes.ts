import * as z from "zod";
import type { WorkflowNode } from "../../argo/client/index.js";
import { nodesOfSharedPods, reportParameter, type SharedTask, sharedOutput } from "../../argo/index.js";
import type { CallTask, Graph } from "../../definition/graph.js";
import { omitUndefined } from "../../definition/omit-undefined.js";
import type { StepReport } from "../../definition/pod-plan.js";
import type { Inputs } from "../../definition/port.js";

/** A task that ran in a pod with others. */
export interface TaskInSharedPod {
  readonly task: CallTask;
  /** As if it had run in a pod of its own, with its own inputs, outputs, phase and times. */
  readonly node: WorkflowNode;
  readonly attempts: StepReport["attempts"];
}

type Values = NonNullable<WorkflowNode["outputs"]>;
type Artifact = NonNullable<Values["artifacts"]>[number];

/** The tasks of a graph that ran in shared pods, by their names; none if each had a pod of its own. */
export function tasksInSharedPods(
  graph: Graph,
  inputs: Inputs,
  parent: string,
  nodes: ReadonlyMap<string, WorkflowNode>,
): ReadonlyMap<string, TaskInSharedPod> {
  const found = [...nodesOfSharedPods(graph, inputs, parent)].flatMap(([name, tasks]) => {
    const pod = nodes.get(name);
    if (pod === undefined) return [];
    const reports = reportsOf(pod);
    return tasks.map((shared): [string, TaskInSharedPod] => [
      shared.task.name,
      {
        task: shared.task,
        node: nodeOf(shared, pod, reports),
        attempts: reports?.find(({ task }) => task === shared.task.name)?.attempts ?? [],
      },
    ]);
  });
  return new Map(found);
}

function nodeOf(
  shared: SharedTask,
  pod: WorkflowNode,
  reports: readonly StepReport[] | undefined,
): WorkflowNode {
  const { name } = shared.task;
  const { message, ...rest } = pod;
  const status = statusOf(name, pod, reports);
  return {
    ...rest,
    ...status,
    displayName: name,
    ...(status.phase === "Succeeded" || status.phase === "Omitted" ? {} : omitUndefined({ message })),
    inputs: inputsOf(shared, pod),
    outputs: outputsOf(shared, pod),
  };
}

/** The phase and times of a task; those of its pod if the pod reported nothing, because it has not ended or was lost. */
function statusOf(
  task: string,
  pod: WorkflowNode,
  reports: readonly StepReport[] | undefined,
): Pick<WorkflowNode, "phase" | "startedAt" | "finishedAt"> {
  const { phase, startedAt, finishedAt } = pod;
  if (reports === undefined) return { phase, startedAt, finishedAt };
  const report = reports.find((each) => each.task === task);
  if (report === undefined) return { phase: "Omitted" };
  return {
    phase: report.phase === "Running" ? phase : report.phase,
    startedAt: report.attempts[0]?.startedAt ?? startedAt,
    finishedAt: report.attempts.at(-1)?.finishedAt ?? finishedAt,
  };
}

function inputsOf({ inputs }: SharedTask, pod: WorkflowNode): Values {
  const parameters: { name: string; value?: string | undefined }[] = [];
  const artifacts: Artifact[] = [];
  for (const [name, input] of Object.entries(inputs)) {
    if (input.from === "text") {
      parameters.push({ name, value: input.text });
      continue;
    }
    const values = input.from === "input" ? pod.inputs : pod.outputs;
    const parameter = values?.parameters?.find((each) => each.name === input.name);
    const artifact = values?.artifacts?.find((each) => each.name === input.name);
    if (parameter !== undefined) parameters.push({ ...parameter, name });
    if (artifact !== undefined) artifacts.push({ ...artifact, name });
  }
  return { parameters, artifacts };
}

function outputsOf({ task }: SharedTask, pod: WorkflowNode): Values {
  const { parameters = [], artifacts = [] } = pod.outputs ?? {};
  const names = new Map(
    Object.keys(task.template.outputs).map((output) => [sharedOutput(task.name, output), output]),
  );
  return {
    parameters: parameters.flatMap((each) => {
      const name = names.get(each.name);
      return name === undefined ? [] : [{ ...each, name }];
    }),
    artifacts: artifacts.flatMap((each) => {
      const name = names.get(each.name);
      return name === undefined ? [] : [{ ...each, name, nameInPod: each.name }];
    }),
  };
}

const reportsSchema: z.ZodType<StepReport[]> = z.array(
  z.object({
    task: z.string(),
    phase: z.enum(["Running", "Succeeded", "Failed"]),
    attempts: z.array(
      z.object({
        startedAt: z.string(),
        finishedAt: z.string(),
        exitCode: z.number(),
        message: z.string().exactOptional(),
      }),
    ),
  }),
);

function reportsOf(pod: WorkflowNode): StepReport[] | undefined {
  const text = pod.outputs?.parameters?.find(({ name }) => name === reportParameter)?.value;
  if (text === undefined) return undefined;
  try {
    return reportsSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
