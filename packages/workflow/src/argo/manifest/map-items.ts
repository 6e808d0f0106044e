import type { DAGTask } from "@tiphys/argo-lint/argo-schema";
import { mayHold } from "../../definition/allowed-values.js";
import type { Graph, MapTask, TemplateTask } from "../../definition/graph.js";
import type { ValueSource } from "../../definition/value-source.js";
import { lengthExpression } from "./artifact-lists.js";
import { quoted } from "./expression.js";
import { expressionOf, type InputScope } from "./references.js";

type ItemSource = ValueSource & { readonly from: "item" };

/** Texts that pass through Argo's items unchanged. */
const plainText = /^(?!.*\{\{)[^"\\\p{C}]*$/u;

/**
 * The list that a mapped task runs over. Each item is an object of texts: its index, the whole item if the wiring reads it, and
 * the fields that the wiring reads.
 */
export function loopOf(
  task: MapTask,
  graph: Graph,
  from: InputScope,
): Pick<DAGTask, "withItems" | "withParam"> {
  const { map } = task;
  if (map.items.kind === "value") {
    const items = literalItems(task);
    const json = JSON.stringify(items);
    // Argo would read two braces as a tag. In JSON they occur only in texts, where they can be escaped.
    return json.includes("{{")
      ? { withParam: json.replaceAll("{{", "\\u007b\\u007b") }
      : { withItems: items };
  }
  const { source } = map.items;
  if (map.kind === "artifact") {
    return { withParam: `{{=toJson(map(${lengthExpression(source, graph)}, ({"index": #index})))}}` };
  }
  const entries = ['"index": #index', ...namesRead(task).map((name) => `"${name}": ${dynamicText(name)}`)];
  const list = expressionOf(source, graph, from);
  const items = `toJson(map(fromJSON(${list}), ({${entries.join(", ")}})))`;
  if (map.list.kind === "parameter" && !mayHold(map.list.schema, "{")) return { withParam: `{{=${items}}}` };
  // As above, for texts from a task.
  return { withParam: `{{=replace(${items}, ${quoted("{{")}, '\\\\u007b\\\\u007b')}}` };
}

/**
 * An item, or a field of it, as an argument. Argo removes the quotes of a text item but not its JSON escapes; the expression
 * decodes them.
 */
export function itemTag(source: ItemSource, task: TemplateTask): string {
  const name = source.field ?? wholeItem;
  const isPlain =
    task.kind === "map" &&
    task.map.items.kind === "value" &&
    literalItems(task).every((item) => plainText.test(item[name] ?? ""));
  return isPlain ? `{{item.${name}}}` : `{{=fromJSON('"' + item['${name}'] + '"')}}`;
}

const wholeItem = "value";

/** The names by which the wiring reads items: their fields, and "value" for the whole item. */
function namesRead(task: MapTask): string[] {
  const names = Object.values(task.wiring).flatMap((binding) =>
    binding.kind === "source" && binding.source.from === "item" ? [binding.source.field ?? wholeItem] : [],
  );
  return [...new Set(names)];
}

function literalItems(task: MapTask): Readonly<Record<string, string>>[] {
  const items = task.map.items.kind === "value" ? task.map.items.value : [];
  return (Array.isArray(items) ? items : []).map((item: unknown, index) => {
    const fields: Readonly<Record<string, unknown>> =
      typeof item === "object" && item !== null ? { ...item } : {};
    const texts = namesRead(task).map((name): [string, string] => {
      return [name, textOf(name === wholeItem && !(wholeItem in fields) ? item : fields[name])];
    });
    return { index: String(index), ...Object.fromEntries(texts) };
  });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** An expression for the text of an item or a field; an item from the output of a map is a text already. */
function dynamicText(name: string): string {
  const value = name === wholeItem ? "#" : `(type(#) == 'string' ? fromJSON(#) : #)['${name}']`;
  return `(type(${value}) == 'string' ? ${value} : toJson(${value}))`;
}
