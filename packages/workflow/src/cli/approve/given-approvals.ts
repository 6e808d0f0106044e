import { didYouMean } from "@tiphys/argo-lint/text";
import { UsageError } from "../../definition/errors.js";
import type { ApproveTask, Graph } from "../../definition/graph.js";
import { checkParameterText, encodeParameter } from "../../definition/parameter-text.js";
import type { Approver } from "../../local/approval.js";

type Schema = ApproveTask["fields"][string]["schema"];

/**
 * Answers from `--approve`: `task.field=value`, or `task=value` if the task has one field. A field that is asked for
 * several times, as in a repetition, takes its values in order; the last one is used from then on.
 * @param otherwise the approver for tasks and fields without a value
 */
export function givenApprovals(pairs: readonly (readonly [string, string])[], otherwise: Approver): Approver {
  const queues = new Map<string, string[]>();
  for (const [key, value] of pairs) queues.set(key, [...(queues.get(key) ?? []), value]);
  const take = (key: string): string | undefined => {
    const queue = queues.get(key);
    return queue === undefined || queue.length > 1 ? queue?.shift() : queue[0];
  };
  return async (request, signal) => {
    const { task } = request;
    const fields = Object.entries(task.fields);
    const asked = [...queues.keys()].some((key) => key === task.name || key.startsWith(`${task.name}.`));
    if (!asked) return otherwise(request, signal);
    const texts: Record<string, string> = {};
    for (const [name, port] of fields) {
      const text = take(`${task.name}.${name}`) ?? (fields.length === 1 ? take(task.name) : undefined);
      const where = `--approve ${task.name}.${name}`;
      if (text !== undefined) texts[name] = checkParameterText(where, port.schema, text);
      else if (port.need === "defaulted") texts[name] = encodeParameter(where, port.schema, port.default);
      else return otherwise(request, signal);
    }
    return texts;
  };
}

/**
 * Checks that every `--approve` names an approval task and one of its fields, and that the value fits the field's schema.
 * @throws {UsageError} listing the available names, or the values allowed
 */
export function checkApprovals(graph: Graph, pairs: readonly (readonly [string, string])[]): void {
  const fields = approvalFields(graph);
  const names = [...new Set(fields.map(([name]) => name))];
  for (const [key, text] of pairs) {
    const schemas = fields.flatMap(([name, schema]) => (name === key ? [schema] : []));
    for (const schema of schemas) checkParameterText(`--approve ${key}`, schema, text);
    if (schemas.length > 0) continue;
    const known =
      names.length === 0 ? "Nothing in this workflow waits for a person." : `Available: ${names.join(", ")}.`;
    throw new UsageError(`--approve ${key}: nobody is asked for that.${didYouMean(key, names)} ${known}`);
  }
}

/** The keys that `--approve` takes, with the schemas of their values; nested workflows included. */
function approvalFields(graph: Graph): [string, Schema][] {
  return [...graph.tasks.values()].flatMap((task): [string, Schema][] => {
    if (task.kind !== "approve")
      return task.template.kind === "workflow" ? approvalFields(task.template.graph) : [];
    const fields = Object.entries(task.fields);
    return fields.flatMap(([field, { schema }]): [string, Schema][] => [
      [`${task.name}.${field}`, schema],
      ...(fields.length === 1 ? [[task.name, schema] as [string, Schema]] : []),
    ]);
  });
}
