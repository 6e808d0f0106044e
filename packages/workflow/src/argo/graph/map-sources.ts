import type { ConditionExpression, Operand } from "../../definition/condition.js";
import type { Binding, Task } from "../../definition/graph.js";
import type { ValueSource } from "../../definition/value-source.js";

/** Replaces every source that a task reads: for its inputs, its list, its condition and the values that it shows. */
export function mapSources(task: Task, change: (source: ValueSource) => ValueSource): Task {
  const bind = (binding: Binding): Binding =>
    binding.kind === "value" ? binding : { ...binding, source: change(binding.source) };
  const when = task.when === undefined ? {} : { when: mapCondition(task.when, change) };
  if (task.kind === "approve") {
    const shows = Object.entries(task.shows).map(([name, source]) => [name, change(source)]);
    return { ...task, shows: Object.fromEntries(shows), ...when };
  }
  const wiring = Object.fromEntries(
    Object.entries(task.wiring).map(([name, binding]) => [name, bind(binding)]),
  );
  if (task.kind !== "map") return { ...task, wiring, ...when };
  return { ...task, wiring, map: { ...task.map, items: bind(task.map.items) }, ...when };
}

function mapCondition(
  expression: ConditionExpression,
  change: (source: ValueSource) => ValueSource,
): ConditionExpression {
  const operand = ({ source, schema }: Operand): Operand => ({ source: change(source), schema });
  switch (expression.operator) {
    case "and":
    case "or":
      return {
        ...expression,
        conditions: expression.conditions.map((condition) => mapCondition(condition, change)),
      };
    case "not":
      return { ...expression, condition: mapCondition(expression.condition, change) };
    default:
      return { ...expression, operand: operand(expression.operand) };
  }
}
