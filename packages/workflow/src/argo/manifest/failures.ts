import type { DAGTask, Template } from "../../definition/argo-schema/types.js";
import { quoted } from "./expression.js";

/**
 * The tasks that failed, as an expression for an exit handler. Argo lists every node that did: also the DAGs around a
 * task, the attempts that a retry counts, and the map around its iterations. What is left without them are the tasks
 * that the list holds on a laptop; null where there is none.
 * @param templates what the workflow itself is made of
 */
export function failuresExpression(templates: readonly Template[]): string {
  const dags = new Set(templates.flatMap(({ name, dag }) => (dag === undefined ? [] : [name])));
  const tasks = templates.flatMap(({ dag }) => dag?.tasks ?? []).filter((task) => !dags.has(called(task)));
  const maps = tasks.filter(isMap).map(nodeName);
  const others = tasks.filter((task) => !isMap(task)).map(nodeName);
  // A name that is also that of a task which is no map stays: better one too many than a failure that is not told.
  const onlyMaps = maps.filter((name) => !others.includes(name));
  const conditions = [
    `#.templateName in ${listOf(tasks.map(called))}`,
    "!(#.displayName matches '[(][0-9]+[)]$')",
    ...(onlyMaps.length === 0 ? [] : [`!((#.templateName + '/' + #.displayName) in ${listOf(onlyMaps)})`]),
  ];
  // Argo quotes the JSON of the list once more; where nothing failed it is null.
  const all = "fromJSON(fromJSON(workflow.failures)) ?? []";
  // The map over one item gives a name to what is asked about and then written.
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
