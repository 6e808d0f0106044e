import type { DAGTask, Template } from "@tiphys/argo-lint/argo-schema";
import { quoted } from "./expression.js";

/**
 * An expression for the failed tasks, for an exit handler. Argo lists every failed node, including the DAGs that contain a
 * task, each attempt of a retry, and the map that contains its iterations. Without these, the list equals that of a local run;
 * null if no task failed.
 * @param templates all templates of the workflow
 */
export function failuresExpression(templates: readonly Template[]): string {
  const dags = new Set(templates.flatMap(({ name, dag }) => (dag === undefined ? [] : [name])));
  const tasks = templates.flatMap(({ dag }) => dag?.tasks ?? []).filter((task) => !dags.has(called(task)));
  const maps = tasks.filter(isMap).map(nodeName);
  const others = tasks.filter((task) => !isMap(task)).map(nodeName);
  // Names shared with a task that is not a map are kept: better one entry too many than an unreported failure.
  const onlyMaps = maps.filter((name) => !others.includes(name));
  const conditions = [
    `#.templateName in ${listOf(tasks.map(called))}`,
    "!(#.displayName matches '[(][0-9]+[)]$')",
    ...(onlyMaps.length === 0 ? [] : [`!((#.templateName + '/' + #.displayName) in ${listOf(onlyMaps)})`]),
  ];
  // Argo quotes the JSON of the list again; it is null if nothing failed.
  const all = "fromJSON(fromJSON(workflow.failures)) ?? []";
  // The map over a single item binds the filtered list to a name, because it is used twice.
  return `map([filter(${all}, ${conditions.join(" && ")})], len(#) == 0 ? 'null' : toJson(#))[0]`;
}

function called({ template, templateRef }: DAGTask): string {
  return template ?? templateRef?.template ?? "";
}

function isMap({ withItems, withParam }: DAGTask): boolean {
  return withItems !== undefined || withParam !== undefined;
}

function nodeName(task: DAGTask): string {
  return `${called(task)}/${task.name}`;
}

function listOf(texts: readonly string[]): string {
  return `[${[...new Set(texts)].map(quoted).join(", ")}]`;
}
