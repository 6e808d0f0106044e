import type { PlannedStep, PlannedText } from "../../definition/pod-plan.js";
import { outputFile } from "../../definition/port-files.js";
import type { Step } from "../../definition/step.js";
import type { SharedInput, SharedTask } from "../graph/shared-pod.js";
import { sourceOfParameters } from "./escape-dollar.js";

/** The source from which a shared pod reads its steps and its parameters: a plan as JSON, one line for each step. */
export function sourceOfSharedPod(pod: Step, tasks: readonly SharedTask[]): string {
  const steps = tasks.map((each) => `    ${escaped(JSON.stringify(plannedStep(each)))}`);
  return `{
  "steps": [
${steps.join(",\n")}
  ],
  "parameters": ${sourceOfParameters(pod.inputs)}
}
`;
}

/** Escapes what Argo would read as a tag, and what Kubernetes would expand. Both can only be inside of JSON's strings. */
function escaped(json: string): string {
  return json.replaceAll("{{", "{\\u007b").replaceAll("$", "\\u0024");
}

function plannedStep({ task, inputs }: SharedTask): PlannedStep {
  const parameters: Record<string, PlannedText> = {};
  const artifacts: Record<string, string> = {};
  for (const [name, input] of Object.entries(inputs)) {
    if (task.template.inputs[name]?.kind === "parameter") parameters[name] = plannedText(input);
    else artifacts[name] = artifactPath(input);
  }
  return {
    task: task.name,
    step: task.template.name,
    parameters,
    artifacts,
    ...(task.retry === undefined ? {} : { retry: task.retry }),
    ...(task.timeout === undefined ? {} : { timeout: task.timeout }),
  };
}

function plannedText(input: SharedInput): PlannedText {
  if (input.from === "text") return { text: input.text };
  return input.from === "input" ? { input: input.name } : { file: outputFile(input.name, input.port) };
}

function artifactPath(input: SharedInput): string {
  if (input.from === "output") return `outputs/${outputFile(input.name, input.port)}`;
  return `inputs/${input.from === "input" ? input.name : ""}`;
}
