import { ContractError, UsageError } from "../../definition/errors.js";
import type { Graph } from "../../definition/graph.js";
import { didYouMean } from "../../definition/nearest.js";
import { decodeText, encodeText } from "../../definition/text-form.js";
import type { Approver } from "../../local/approval.js";

/**
 * Answers from `--approve`: `task.field=value`, or `task=value` where the task has one field. A field that is asked for
 * several times, as in a repetition, takes the values in their order; the last one stays.
 * @param otherwise asks where a field has no value
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
      if (text !== undefined) texts[name] = checked(where, port.schema, text);
      else if (port.need === "defaulted") texts[name] = encodeText(where, port.schema, port.default);
      else return otherwise(request, signal);
    }
    return texts;
  };
}

function checked(where: string, schema: Parameters<typeof decodeText>[1], text: string): string {
  try {
    return encodeText(where, schema, decodeText(where, schema, text));
  } catch (error) {
    throw error instanceof ContractError ? new UsageError(error.message) : error;
  }
}

/**
 * Checks that every `--approve` names a task that waits for a person, and one of its fields.
 * @throws {UsageError} naming what there is
 */
export function checkApprovals(graph: Graph, pairs: readonly (readonly [string, string])[]): void {
  const allowed = approvalNames(graph);
  for (const [key] of pairs) {
    if (allowed.includes(key)) continue;
    const known =
      allowed.length === 0
        ? "Nothing in this workflow waits for a person."
        : `There is ${allowed.join(", ")}.`;
    throw new UsageError(`--approve ${key}: nobody is asked for that.${didYouMean(key, allowed)} ${known}`);
  }
}

/** What may stand before the equals sign of `--approve`, nested workflows included. */
function approvalNames(graph: Graph): string[] {
  return [...graph.tasks.values()].flatMap((task) => {
    if (task.kind === "call")
      return task.template.kind === "workflow" ? approvalNames(task.template.graph) : [];
    const fields = Object.keys(task.fields);
    return [...fields.map((field) => `${task.name}.${field}`), ...(fields.length === 1 ? [task.name] : [])];
  });
}
