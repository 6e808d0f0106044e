/** The fields of a task and a step in the order in which Argo serializes them. */
const order = [
  "name",
  "template",
  "inline",
  "arguments",
  "templateRef",
  "dependencies",
  "withItems",
  "withParam",
  "withSequence",
  "when",
  "continueOn",
  "onExit",
  "hooks",
  "depends",
];

/**
 * Whether a `}}` follows the last `{{` of a task, a step or outputs when Argo serializes them as JSON, even one that
 * closes two objects. Argo takes that for the end of the tag, and refuses only a tag without any end.
 */
export function hasEndSomewhere(value: object): boolean {
  const entries = Object.entries(value).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  // These are replaced before Argo looks for remaining tags.
  const json = JSON.stringify(Object.fromEntries(entries)).replace(
    /\{\{\s*(?:inputs|workflow)\.[^{}]*\}\}/g,
    "x",
  );
  return json.includes("}}", json.lastIndexOf("{{"));
}
