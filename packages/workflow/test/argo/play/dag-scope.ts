import { goJson } from "./go-text.js";
import type { Artifact, DagTask, Template } from "./manifest.js";
import type { NodeResult } from "./node.js";
import type { Play } from "./play.js";
import type { Scope } from "./scope.js";

type Names = Record<string, string | null | Artifact>;

/** The names that a DAG's outputs, or one of its tasks, may read: inputs and results of earlier tasks. */
export function dagScope(
  template: Template,
  tasks: readonly DagTask[],
  results: ReadonlyMap<string, NodeResult>,
  play: Play,
): Scope {
  const scope: Names = {};
  for (const { name, value } of template.inputs.parameters) scope[`inputs.parameters.${name}`] = value ?? "";
  for (const artifact of template.inputs.artifacts) scope[`inputs.artifacts.${artifact.name}`] = artifact;
  for (const [name, artifact] of play.globalArtifacts) scope[`workflow.outputs.artifacts.${name}`] = artifact;
  for (const task of tasks) {
    const result = results.get(task.name);
    if (result !== undefined) addTask(scope, task, result, play);
  }
  return scope;
}

function addTask(scope: Names, task: DagTask, result: NodeResult, play: Play): void {
  const prefix = `tasks.${task.name}`;
  scope[`${prefix}.status`] = result.phase;
  if (result.iterations !== undefined && result.iterations.length > 0) {
    addAggregated(scope, prefix, result.iterations);
  } else if (result.outputs !== undefined) {
    if (result.outputs.result !== undefined) scope[`${prefix}.outputs.result`] = result.outputs.result;
    for (const [name, value] of result.outputs.parameters)
      scope[`${prefix}.outputs.parameters.${name}`] = value;
    for (const [name, artifact] of result.outputs.artifacts)
      scope[`${prefix}.outputs.artifacts.${name}`] = artifact;
  } else if (result.phase === "Skipped" || result.phase === "Omitted") {
    const outputs = play.templates.get(task.template ?? "")?.outputs.parameters ?? [];
    for (const { name, valueFrom } of outputs)
      scope[`${prefix}.outputs.parameters.${name}`] = valueFrom?.default ?? null;
  }
}

/** For a loop: lists of the outputs of its iterations. Its artifacts cannot be read. */
function addAggregated(scope: Names, prefix: string, iterations: readonly NodeResult[]): void {
  const outputs = iterations.flatMap((iteration) =>
    iteration.phase === "Succeeded" && iteration.outputs !== undefined ? [iteration.outputs] : [],
  );
  const results = outputs.flatMap(({ result }): unknown[] =>
    result === undefined ? [] : [JSON.parse(result)],
  );
  scope[`${prefix}.outputs.result`] = JSON.stringify(results);
  const names = new Set(outputs.flatMap(({ parameters }) => [...parameters.keys()]));
  for (const name of names) {
    const texts = outputs.flatMap(({ parameters }) => parameters.get(name) ?? []);
    scope[`${prefix}.outputs.parameters.${name}`] = aggregated(texts);
  }
  scope[`${prefix}.outputs.parameters`] = goJson(
    outputs.map(({ parameters }) => Object.fromEntries(parameters)),
  );
}

/** A list of texts; if each of them is a JSON list or object, a list of these. */
function aggregated(texts: readonly string[]): string {
  const values: unknown[] = [];
  for (const text of texts) {
    try {
      const value: unknown = JSON.parse(text);
      if (typeof value === "object" && value !== null) values.push(value);
    } catch {
      // It is a text.
    }
  }
  return goJson(values.length === texts.length ? values : texts);
}
