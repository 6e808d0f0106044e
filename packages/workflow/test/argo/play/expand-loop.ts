import { goJson } from "./go-text.js";
import { type DagTask, taskSchema } from "./manifest.js";
import { type Scope, textsOf } from "./scope.js";
import { substitute } from "./substitute.js";

/** Expands a task with `withItems` or `withParam` to its iterations; undefined for other tasks. */
export function expandLoop(
  task: DagTask,
  scope: Scope,
  globals: ReadonlyMap<string, string>,
): DagTask[] | undefined {
  const items = itemsOf(task);
  if (items === undefined) return undefined;
  const texts = { ...Object.fromEntries(globals), ...textsOf(scope) };
  return items.map((item, index) => {
    const fields = isObject(item) ? Object.entries(item) : [];
    const own: Record<string, string> = Object.fromEntries([
      ["item", typeof item === "string" ? item : goJson(item)],
      ...fields.map(([key, value]) => [`item.${key}`, rawText(value)]),
    ]);
    const expanded = taskSchema.parse(substitute(task, { ...texts, ...own }, "all"));
    const { withItems: _items, withParam: _param, ...once } = expanded;
    const label =
      fields.length === 0
        ? own.item
        : fields
            .map(([key, value]) => `${key}:${rawText(value)}`)
            .sort()
            .join(",");
    return { ...once, name: `${task.name}(${index}:${label})` };
  });
}

function itemsOf({ withItems, withParam }: DagTask): unknown[] | undefined {
  if (withItems !== undefined && withItems.length > 0) return withItems;
  if (withParam === undefined) return undefined;
  const items: unknown = JSON.parse(withParam);
  if (!Array.isArray(items))
    throw new Error(`withParam value could not be parsed as a JSON list: ${withParam}`);
  return items;
}

/** A field of an item as Argo prints it: the JSON of a string without its quotes, escapes included. */
function rawText(value: unknown): string {
  const json = JSON.stringify(value);
  return typeof value === "string" ? json.slice(1, -1) : json;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
